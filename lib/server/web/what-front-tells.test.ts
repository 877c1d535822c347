import { request } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sendRaw, statusOf } from "@/lib/testing/send-raw";
import { type RunningFront, startFront } from "@/lib/testing/start-front";
import { createWebMetrics } from "../metrics/web-metrics";

describe("what the front server tells those who run it", () => {
  const broken = new Error("the store at /var/lib/gatebook is gone");
  let front: RunningFront;
  let errors: unknown[] = [];
  let refusals: string[] = [];
  let statuses: number[] = [];

  beforeAll(async () => {
    front = await startFront({
      signIn: () => ({ mode: "local" }),
      handle: async (incoming, response) => {
        if (incoming.url === "/reasons") response.write("half of it");
        if (incoming.url !== "/clusters") throw broken;
        response.end("in");
      },
      onAnswer: ({ status }) => statuses.push(status),
      onError: (error) => errors.push(error),
      onRefuse: (reason) => refusals.push(reason),
    });
  });
  afterAll(() => front.close());
  beforeEach(() => {
    errors = [];
    refusals = [];
    statuses = [];
  });

  it("is what nobody foresaw, of which the client learns nothing", async () => {
    const answer = await fetch(`${front.url}/attempts`);
    expect([answer.status, await answer.text()]).toEqual([
      500,
      "Something went wrong in Gatebook; its log says what.\n",
    ]);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(errors).toEqual([broken]);
  });

  it("is told too where half of an answer is out, which is not made to look whole", async () => {
    const asked = fetch(`${front.url}/reasons`).then((answer) => answer.text());
    await expect(asked).rejects.toThrow();
    expect(errors).toEqual([broken]);
  });

  it("is not that a client has gone away", async () => {
    const headers = { "content-type": "application/json", origin: front.url, "content-length": "10" };
    const going = request(`${front.url}/api/v1/views`, { method: "POST", headers });
    going.on("error", () => undefined).write("{", () => going.destroy());
    await expect.poll(() => statuses).toContain(499);
    expect(errors).toEqual([]);
  });

  it.each([
    ["path", "GET //x HTTP/1.1", []],
    ["host", "GET / HTTP/1.1", ["Host: evil.example"]],
    ["action", "GET / HTTP/1.1", ["Next-Action: x"]],
    ["method", "DELETE / HTTP/1.1", []],
    ["origin", "GET / HTTP/1.1", ["Origin: https://evil.example"]],
    ["token", `GET /?q=k8s-aws-v1.${"aHR0cHM6Ly9zdHMu".repeat(2)} HTTP/1.1`, []],
    [
      "body",
      "POST /api/v1/views HTTP/1.1",
      ["Content-Type: application/json", "Origin: HERE", "Content-Length: 999999"],
    ],
  ])("is each refusal by its reason: %s", async (reason, line, lines) => {
    const host = lines.some((one) => one.startsWith("Host")) ? [] : [`Host: 127.0.0.1:${front.port}`];
    const head = [line, ...host, ...lines.map((one) => one.replace("HERE", front.url)), "Connection: close"];
    expect(statusOf(await sendRaw(front.port, `${head.join("\r\n")}\r\n\r\n`))).toBeGreaterThanOrEqual(400);
    expect(refusals).toEqual([reason]);
  });

  it("has a number for each reason, before there is one", async () => {
    const metrics = createWebMetrics();
    metrics.refusals.inc({ reason: "host" });
    const told = await metrics.registry.metrics();
    expect(told).toMatch(/gatebook_requests_refused_total\{reason="host",process="web"\} 1/);
    expect(told).toMatch(/gatebook_requests_refused_total\{reason="rate",process="web"\} 0/);
  });
});
