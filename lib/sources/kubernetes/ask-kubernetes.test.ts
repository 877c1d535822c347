import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeLoopbackCertificate } from "@/lib/sandbox/wire/kubernetes/certificates";
import { askKubernetes, KubernetesRefusal } from "./ask-kubernetes";

const { key, certificate, authority } = makeLoopbackCertificate();
const { signal } = new AbortController();

/** What was asked, and with which token. */
let asked: (string | undefined)[][] = [];
let server: Server;
let endpoint: string;

beforeAll(async () => {
  server = createServer({ key, cert: certificate }, ({ url, headers }, response) => {
    asked.push([url, headers.authorization]);
    if (url === "/api/moved") response.writeHead(302, { location: `${endpoint}/elsewhere` });
    response.end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  endpoint = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

it("takes its token nowhere that an answer leads", async () => {
  asked = [];
  const access = { cluster: "prod", region: "eu-west-1", endpoint, authority, token: async () => "signed" };
  expect(await askKubernetes(access, "/api/here", signal)).toBe("{}");
  await expect(askKubernetes(access, "/api/moved", signal)).rejects.toThrow(KubernetesRefusal);
  expect(asked).toEqual([
    ["/api/here", "Bearer signed"],
    ["/api/moved", "Bearer signed"],
  ]);
});
