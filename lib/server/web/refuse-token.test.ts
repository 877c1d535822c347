import { type IncomingMessage, type OutgoingHttpHeaders, request } from "node:http";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type RunningFront, startFront } from "@/lib/testing/start-front";
import type { RequestNote } from "./request-note";

const TOKEN = `k8s-aws-v1.${"aHR0cHM6Ly9zdHMu".repeat(2)}`;
const SIGNATURE = `X-Amz-Signature=${"0a".repeat(32)}`;
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
const webToken = (sub: string) => `${part({ alg: "RS256" })}.${part({ sub })}.${"s1".repeat(20)}`;
const SERVICE_ACCOUNTS = webToken("system:serviceaccount:a:b");

describe("a request with a token in it", () => {
  let front: RunningFront;
  let port: number;
  let bodies: string[] = [];
  let notes: RequestNote[] = [];
  let refused = 0;

  beforeAll(async () => {
    front = await startFront({
      signIn: () => ({ mode: "local" }),
      handle: async (incoming, response) => {
        // Next takes no request whose body somebody has read.
        expect(Readable.isDisturbed(incoming)).toBe(false);
        bodies.push(await text(incoming));
        response.end("let through");
      },
      onAnswer: (note) => notes.push(note),
      onToken: () => refused++,
    });
    port = front.port;
  });
  afterAll(() => front.close());
  beforeEach(() => {
    bodies = [];
    notes = [];
    refused = 0;
  });

  interface Asked {
    readonly path?: string;
    readonly headers?: OutgoingHttpHeaders;
    readonly body?: string | readonly string[];
  }

  async function ask({ path = "/", headers = {}, body }: Asked) {
    const method = body === undefined ? "GET" : "POST";
    const own = { origin: `http://127.0.0.1:${port}`, "content-type": "application/json" };
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const options = {
        host: "127.0.0.1",
        port,
        path,
        method,
        headers: body === undefined ? headers : { ...own, ...headers },
      };
      const asked = request(options, resolve).on("error", reject);
      for (const piece of [body ?? []].flat().slice(0, -1)) asked.write(piece);
      asked.end([body ?? []].flat().at(-1));
    });
    return { status: response.statusCode, headers: response.headers, body: await text(response) };
  }

  it.each<[string, Asked]>([
    ["its URL", { path: `/attempts?text=${TOKEN}` }],
    ["its path", { path: `/identities/key/${TOKEN}` }],
    ["its URL, escaped", { path: `/attempts?text=${encodeURIComponent(encodeURIComponent(SIGNATURE))}` }],
    ["the path of an address that is refused anyway", { path: `//x/${TOKEN}` }],
    ["a header", { headers: { authorization: `Bearer ${TOKEN}` } }],
    ["a header's web token", { headers: { authorization: `Bearer ${SERVICE_ACCOUNTS}` } }],
    ["the name of a header", { headers: { [TOKEN]: "x" } }],
    ["its referrer", { headers: { referer: `http://127.0.0.1/?q=${TOKEN}` } }],
    ["a cookie of others", { headers: { cookie: `a=b; x=${TOKEN}` } }],
    ["its body", { path: "/api/v1/views", body: JSON.stringify({ name: TOKEN }) }],
    ["its body's escapes", { path: "/api/v1/views", body: `{"name":"${TOKEN.replace(".", "\\u002e")}"}` }],
    ["its body's web token", { path: "/api/v1/views", body: JSON.stringify({ name: SERVICE_ACCOUNTS }) }],
  ])("is refused for %s, and nothing of it is noted", async (_, asked) => {
    const answer = await ask(asked);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatch(/looks like a live token.*nothing of it was kept or logged/);
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(answer.headers["content-type"]).toBe("text/plain; charset=utf-8");
    expect(answer.headers["content-security-policy"]).toContain("default-src 'none'");
    expect(answer.headers["x-content-type-options"]).toBe("nosniff");
    expect(bodies).toEqual([]);
    expect(refused).toBe(1);
    const told = JSON.stringify([notes, answer]);
    for (const secret of [TOKEN, SERVICE_ACCOUNTS, "aHR0cHM6"]) expect(told).not.toContain(secret);
  });

  it.each<[string, Asked]>([
    ["a cookie of our own", { headers: { cookie: `__Host-session=${TOKEN}; theme=dark` } }],
    ["a web token of another program's cookie", { headers: { cookie: `app=${SERVICE_ACCOUNTS}` } }],
    ["a web token that is no service account's", { headers: { "x-amzn-oidc-data": webToken("alice") } }],
    ["the beginning of a token", { path: "/attempts?text=k8s-aws-v1.aHR0" }],
  ])("is let through for %s", async (_, asked) => {
    expect(await ask(asked)).toMatchObject({ status: 200, body: "let through" });
    expect(refused).toBe(0);
  });

  it("hands on a body as it came, in one piece or in many", async () => {
    const long = JSON.stringify({ name: "ä".repeat(100_000) });
    const pieces = [long.slice(0, 70_000), long.slice(70_000)];
    const headers = { "content-length": Buffer.byteLength(long) };
    expect(await ask({ path: "/api/v1/views", body: "{}" })).toMatchObject({ status: 200 });
    expect(await ask({ path: "/api/v1/views", body: pieces, headers })).toMatchObject({ status: 200 });
    expect(await ask({ path: "/api/v1/views", body: "" })).toMatchObject({ status: 200 });
    expect(bodies).toEqual(["{}", long, ""]);
  });

  it("takes no body that is larger than a page sends, or of no told length", async () => {
    const large = "x".repeat(256 * 1024 + 1);
    expect(await ask({ path: "/api/v1/views", body: large })).toMatchObject({ status: 413 });
    const chunked = { "transfer-encoding": "chunked" };
    expect(await ask({ path: "/api/v1/views", body: ["{", "}"], headers: chunked })).toMatchObject({
      status: 411,
    });
    expect(bodies).toEqual([]);
    expect(refused).toBe(0);
  });
});
