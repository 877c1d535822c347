import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningFront, startFront } from "@/lib/testing/start-front";
import { LOCAL_SIGN_IN } from "../sign-in/sign-in-settings";
import type { Handler } from "./create-front";
import type { RequestNote } from "./request-note";

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const JSON_TYPE = { "content-type": "application/json" };

describe("the front server", () => {
  let front: RunningFront;
  let port: number;
  let seen: IncomingHttpHeaders[] = [];
  let notes: RequestNote[] = [];

  beforeAll(async () => {
    const handle: Handler = async (incoming, response) => {
      seen.push(incoming.headers);
      response.end("let through");
    };
    const onAnswer = (note: RequestNote) => notes.push(note);
    front = await startFront({ signIn: () => LOCAL_SIGN_IN, handle, onAnswer });
    port = front.port;
  });
  afterAll(() => front.close());

  function ask(path: string, headers: OutgoingHttpHeaders = {}, method = "GET"): Promise<Answer> {
    seen = [];
    notes = [];
    return new Promise((resolve, reject) => {
      const asked = request({ host: "127.0.0.1", port, path, method, headers }, (response) => {
        let body = "";
        response.on("data", (chunk) => {
          body += chunk;
        });
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      });
      asked.on("error", reject);
      asked.end();
    });
  }

  it.each([
    ["another Host (DNS rebinding)", "/", { host: "evil.example" }, "GET", 421],
    ["a Host with another port", "/", { host: "127.0.0.1:1" }, "GET", 421],
    ["an Origin of another site", "/api/v1/health", { origin: "https://evil.example" }, "GET", 403],
    ["a null Origin", "/api/v1/health", { origin: "null" }, "GET", 403],
    ["a cross-site fetch of the API", "/api/v1/health", { "sec-fetch-site": "cross-site" }, "GET", 403],
    ["a Server Action", "/", { "next-action": "abc" }, "GET", 403],
    ["a POST", "/attempts", {}, "POST", 405],
    ["a POST of the API", "/api/v1/attempts", JSON_TYPE, "POST", 405],
    ["a write without Origin", "/api/v1/views", JSON_TYPE, "POST", 403],
    [
      "a write of another site",
      "/api/v1/views",
      { ...JSON_TYPE, origin: "https://evil.example" },
      "POST",
      403,
    ],
    ["a write of a sandboxed frame", "/api/v1/views", { ...JSON_TYPE, origin: "null" }, "POST", 403],
    ["a write with a query", "/api/v1/views?x", JSON_TYPE, "POST", 405],
    ["a preflight of another site", "/api/v1/views", { origin: "https://evil.example" }, "OPTIONS", 405],
    ["a DELETE", "/api/v1/views", JSON_TYPE, "DELETE", 405],
    ["an empty path segment", "//evil.example/x", {}, "GET", 400],
    ["an encoded slash", "/attempts%2f..", {}, "GET", 400],
    ["an encoded NUL", "/attempts%00", {}, "GET", 400],
    ["a backslash", "/attempts\\x", {}, "GET", 400],
    ["an absolute target", "http://evil.example/", {}, "GET", 400],
    ["a very long target", `/?q=${"a".repeat(9_000)}`, {}, "GET", 400],
  ])("refuses %s", async (_name, path, headers, method, status) => {
    const answer = await ask(path, headers, method);
    expect(answer.status).toBe(status);
    expect(seen).toEqual([]);
  });

  it("lets this machine's own browser through, with headers that hold a page in", async () => {
    const { status, headers, body } = await ask("/attempts?q=x", { origin: `http://127.0.0.1:${port}` });
    expect([status, body]).toEqual([200, "let through"]);
    expect(headers).toMatchObject({
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
    });
    expect(headers["content-security-policy"]).toMatch(/script-src 'nonce-[\w+/]{24}' 'strict-dynamic';/);
  });

  it("lets nothing be kept but the icon, and what Next says of its own files", async () => {
    const cacheOf = async (path: string) => (await ask(path, {})).headers["cache-control"];
    expect(await cacheOf("/")).toBe("no-store");
    expect(await cacheOf("/api/v1/attempts")).toBe("no-store");
    expect(await cacheOf("/icon.svg?icon.1.svg")).toBe("public, max-age=86400");
    expect(await cacheOf("/_next/static/chunks/a.js")).toBeUndefined();
  });

  it("lets its own pages save a view as JSON, and no form", async () => {
    const own = { origin: `http://127.0.0.1:${port}` };
    for (const type of ["application/json", "Application/JSON; charset=utf-8"])
      expect((await ask("/api/v1/views", { ...own, "content-type": type }, "POST")).status).toBe(200);
    for (const refused of [
      { ...JSON_TYPE, origin: `http://localhost:${port}` },
      { ...JSON_TYPE, origin: `http://127.0.0.1:${port + 1}` },
      { ...own, "content-type": "text/plain; application/json" },
      { ...own, "content-type": "text/plain" },
      { ...own, "content-type": "application/x-www-form-urlencoded" },
      { ...own, ...JSON_TYPE, "sec-fetch-site": "same-site" },
      { ...own, ...JSON_TYPE, "sec-fetch-site": "cross-site" },
    ])
      expect((await ask("/api/v1/views", refused, "POST")).status).toBe(403);
  });

  it("gives every request a nonce of its own and believes none that a client brings", async () => {
    const brought = { "content-security-policy": "script-src 'nonce-EVIL'", "x-nonce": "EVIL" };
    const first = await ask("/", brought);
    const [handed] = seen;
    const second = await ask("/");
    expect(JSON.stringify(handed)).not.toContain("EVIL");
    expect(handed?.["content-security-policy"]).toBe(first.headers["content-security-policy"]);
    expect(first.headers["content-security-policy"]).not.toBe(second.headers["content-security-policy"]);
  });

  it.each([
    "x-forwarded-for",
    "X-Forwarded-Host",
    "x_forwarded_proto",
    "forwarded",
    "x-middleware-subrequest",
    "x-gatebook-user",
  ])("strips %s", async (name) => {
    await ask("/", { [name]: "evil" });
    expect(JSON.stringify(seen)).not.toContain("evil");
  });

  it("notes each request, without whom it asks for", async () => {
    await ask("/attempts?q=alice@example.com");
    await expect.poll(() => notes).toHaveLength(1);
    expect(notes[0]).toMatchObject({ method: "GET", path: "/attempts", route: "/attempts", status: 200 });
    await ask("/made/up", { host: "evil.example" });
    await expect.poll(() => notes).toMatchObject([{ status: 421, route: "none" }]);
  });

  it("does not speak WebSocket", async () => {
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => {
        socket.write(
          `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
        );
      });
      let received = "";
      socket.on("data", (chunk) => {
        received += chunk;
      });
      socket.on("close", () => resolve(received));
    });
    expect(answer).toBe("");
  });
});
