import { once } from "node:events";
import type { IncomingHttpHeaders } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sendRaw, statusOf } from "@/lib/testing/send-raw";
import { type RunningFront, startFront } from "@/lib/testing/start-front";
import { currentVisitor } from "../access/current-viewer";
import { LOCAL_SIGN_IN, type SignInSettings } from "../sign-in/sign-in-settings";

const SECRET = "s".repeat(32);
const HEADER: Omit<SignInSettings & { mode: "header" }, "publicUrl" | "trustedProxies"> = {
  mode: "header",
  secret: { kind: "variable", name: "GATEBOOK_TEST_PROXY" },
  secretHeader: "x-gatebook-proxy-secret",
  userHeader: "x-forwarded-user",
  groupsHeader: "x-forwarded-groups",
  rules: [{ group: "dev", role: "auditor", clusters: "all" }],
  allowsAnyoneLinks: false,
};

/** Of each name, what some server or other would take for it. */
function spellings(name: string): string[] {
  const upper = name.toUpperCase();
  const title = name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());
  const mixed = name.replace("-", "_");
  return [name, upper, title, name.replaceAll("-", "_"), upper.replaceAll("-", "_"), mixed];
}

const FORGEABLE = [
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-forwarded-user",
  "x-forwarded-groups",
  "x-forwarded-email",
  "x-forwarded-prefix",
  "x-real-ip",
  "forwarded",
  "x-middleware-subrequest",
  "x-middleware-rewrite",
  "x-nonce",
  "x-nextjs-data",
  "next-resume",
  "content-security-policy",
  "content-security-policy-report-only",
  "x-gatebook-proxy-secret",
  "x-gatebook-user",
  "x-amzn-oidc-data",
  "x-amzn-oidc-identity",
  "x-http-method-override",
  "x-original-url",
  "x-rewrite-url",
];

describe("what reaches the front server", () => {
  let local: RunningFront;
  let shared: RunningFront;
  let seen: { headers: IncomingHttpHeaders; method: string; url: string; who: string }[] = [];

  beforeAll(async () => {
    process.env.GATEBOOK_TEST_PROXY = SECRET;
    const handle: Parameters<typeof startFront>[0]["handle"] = async (request, response) => {
      const { headers, method = "", url = "" } = request;
      seen.push({ headers: { ...headers }, method, url, who: currentVisitor().viewer.name });
      await once(request.resume(), "end").catch(() => undefined);
      response.end("in");
    };
    local = await startFront({ signIn: () => LOCAL_SIGN_IN, handle });
    const publicUrl = "https://gatebook.example.com";
    shared = await startFront({
      signIn: () => ({ ...HEADER, publicUrl, trustedProxies: ["127.0.0.1"] }),
      handle,
    });
  });
  afterAll(async () => {
    await local.close();
    await shared.close();
  });
  beforeEach(() => {
    seen = [];
  });

  const send = (front: RunningFront, target: string, lines: readonly string[], method = "GET") =>
    sendRaw(
      front.port,
      `${[`${method} ${target} HTTP/1.1`, ...lines, "Connection: close"].join("\r\n")}\r\n\r\n`,
    );
  const here = () => `Host: 127.0.0.1:${local.port}`;
  const there = "Host: gatebook.example.com";
  const throughProxy = [
    `X-Gatebook-Proxy-Secret: ${SECRET}`,
    "X-Forwarded-User: alice",
    "X-Forwarded-Groups: dev",
  ];

  it("is let in where it should be, here and there", async () => {
    expect(statusOf(await send(local, "/attempts", [here()]))).toBe(200);
    expect(statusOf(await send(shared, "/attempts", [there, ...throughProxy]))).toBe(200);
    expect(seen.map(({ who }) => who)).toEqual(["local", "alice"]);
  });

  const hosts = [
    "evil.example",
    "localhost",
    "127.0.0.1",
    "127.0.0.1:1",
    "localhost:80",
    "0.0.0.0",
    "[::1]",
    "[::]",
    "127.1",
    "2130706433",
    "localhost.evil.example",
    "evil.example:PORT",
    "127.0.0.1.evil.example:PORT",
    "user@127.0.0.1:PORT",
    "127.0.0.1:PORT@evil.example",
    "127.0.0.1:PORT.evil.example",
    "127.0.0.1:PORT, evil.example",
    "127.0.0.1:0PORT",
    "127.0.0.1:PORT/",
    "0x7f000001:PORT",
    "127.0.0.2:PORT",
    "[::ffff:127.0.0.1]:PORT",
    "localhost.:PORT",
    "gatebook.example.com.evil.example",
    "gatebook.example.com:444",
    "xgatebook.example.com",
    "gatebook.example.com.",
    "gatebook.example.com@evil.example",
    "https://gatebook.example.com",
    "gatebook.example.com/",
  ];
  it.each(hosts)("is not for the host %s", async (host) => {
    for (const front of [local, shared]) {
      const asked = host.replace("PORT", String(front.port));
      expect([400, 421]).toContain(
        statusOf(await send(front, "/attempts", [`Host: ${asked}`, ...throughProxy])),
      );
    }
    expect(seen).toEqual([]);
  });

  it.each([
    ["two hosts", ["Host: HERE", "Host: evil.example"]],
    ["two hosts, ours last", ["Host: evil.example", "Host: HERE"]],
    ["no host", []],
    ["an empty host", ["Host:"]],
  ])("is not taken with %s", async (_what, lines) => {
    const own = lines.map((line) => line.replace("HERE", `127.0.0.1:${local.port}`));
    expect([400, 421]).toContain(statusOf(await send(local, "/attempts", own)));
    const theirs = lines.map((line) => line.replace("HERE", "gatebook.example.com"));
    expect([400, 421]).toContain(statusOf(await send(shared, "/attempts", [...theirs, ...throughProxy])));
    expect(seen).toEqual([]);
  });

  const targets = [
    "http://evil.example/attempts",
    "https://gatebook.example.com/attempts",
    "HTTP://127.0.0.1/attempts",
    "evil.example:443",
    "*",
    "//attempts",
    "//evil.example/%2e%2e",
    "/attempts//x",
    "/attempts/../api/v1/attempts",
    "/./attempts",
    "/attempts/..",
    "/attempts/%2e%2e/x",
    "/%2E%2E/attempts",
    "/attempts%2fx",
    "/attempts%2Fx",
    "/attempts%5cx",
    "/attempts%5Cx",
    "/attempts\\x",
    "\\attempts",
    "/attempts%00",
    "/attempts#x",
    "/attempts?q=#x",
    `/attempts?${"q".repeat(8_200)}`,
    "attempts",
    "/_next/static/../../attempts",
    "/s/x//y",
    "/attempts/.",
    "/.%2e/attempts",
    "/api/v1//attempts",
    "///",
  ];
  it.each(targets)("is not taken with the target %s", async (target) => {
    expect(statusOf(await send(local, target, [here()]))).toBe(400);
    expect(statusOf(await send(shared, target, [there, ...throughProxy]))).toBe(400);
    expect(seen).toEqual([]);
  });

  it.each([
    "/ATTEMPTS",
    "/Attempts",
    "/attempts.rsc",
    "/attempts.segments/x",
    "/_next/image",
    "/_next/data/x.json",
    "/%61ttempts",
    "/attempts;x",
    "/nothing",
    "/api/v1/nothing",
    "/api",
    "/_next",
    "/attempts/",
  ])("shows nothing at %s, which no rule names", async (target) => {
    const answer = await send(shared, target, [there, ...throughProxy]);
    const isShown = seen.some(({ url }) => url !== "/_not-found");
    expect([statusOf(answer) === 404 || !isShown, isShown]).toEqual([true, false]);
    seen = [];
    expect(statusOf(await send(shared, target, [there]))).toBe(404);
    expect(seen).toEqual([]);
  });

  it.each(["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "SEARCH"])(
    "takes no %s",
    async (method) => {
      for (const target of ["/attempts", "/api/v1/views"])
        expect(statusOf(await send(local, target, [here(), "Content-Length: 0"], method))).toBe(405);
      expect(seen).toEqual([]);
    },
  );

  it.each(FORGEABLE.flatMap(spellings))("hands nothing on of %s", async (name) => {
    await send(local, "/attempts", [here(), `${name}: forged`]);
    await send(shared, "/attempts", [
      there,
      ...throughProxy.slice(0, 1),
      "X-Forwarded-User: alice",
      "X-Forwarded-Groups: dev",
      `X-A: b`,
    ]);
    expect(seen).toHaveLength(2);
    expect(JSON.stringify(seen)).not.toContain("forged");
    expect(JSON.stringify(seen)).not.toContain(SECRET);
    expect(Object.keys(seen[1]?.headers ?? {})).not.toContain("x-forwarded-user");
  });

  it.each(["websocket", "h2c", "TLS/1.0", "WebSocket, h2c"])("does not speak %s", async (protocol) => {
    const lines = ["Connection: Upgrade", `Upgrade: ${protocol}`];
    for (const front of [local, shared]) {
      const answer = await send(front, "/attempts", [
        front === local ? here() : there,
        ...throughProxy,
        ...lines,
      ]);
      expect(statusOf(answer)).not.toBe(101);
    }
  });

  it.each([
    "https://evil.example",
    "null",
    "http://gatebook.example.com",
    "https://gatebook.example.com.evil.example",
    "https://gatebook.example.com:444",
    "file://",
    "https://evil.example https://gatebook.example.com",
    "",
  ])("takes nothing from the origin %j", async (origin) => {
    const body = ["Content-Type: application/json", "Content-Length: 2", `Origin: ${origin}`];
    const answer = await sendRaw(
      shared.port,
      `${["POST /api/v1/views HTTP/1.1", there, ...throughProxy, ...body, "Connection: close"].join("\r\n")}\r\n\r\n{}`,
    );
    expect([statusOf(answer), seen]).toEqual([403, []]);
  });

  it("takes what a page of its own sends, by the public address", async () => {
    const body = [
      "Content-Type: application/json",
      "Content-Length: 2",
      "Origin: https://gatebook.example.com",
    ];
    const request = ["POST /api/v1/views HTTP/1.1", there, ...throughProxy, ...body, "Connection: close"];
    expect(statusOf(await sendRaw(shared.port, `${request.join("\r\n")}\r\n\r\n{}`))).toBe(200);
  });

  it.each([
    ["a length that is told", ["Content-Length: 262145"], ""],
    ["no length", ["Transfer-Encoding: chunked"], `40001\r\n${"x".repeat(0x40001)}\r\n0\r\n\r\n`],
    [
      "no length, in small pieces",
      ["Transfer-Encoding: chunked"],
      `${`1000\r\n${"x".repeat(0x1000)}\r\n`.repeat(70)}0\r\n\r\n`,
    ],
  ])("takes no body that is too long, with %s", async (_what, lines, body) => {
    const head = [
      "POST /api/v1/views HTTP/1.1",
      here(),
      "Content-Type: application/json",
      `Origin: http://127.0.0.1:${local.port}`,
    ];
    const answer = await sendRaw(
      local.port,
      `${[...head, ...lines, "Connection: close"].join("\r\n")}\r\n\r\n${body}`,
    );
    expect([411, 413]).toContain(statusOf(answer));
  });

  it("says to browsers to come by https alone, and has its policy on refusals too", async () => {
    const refused = await send(shared, "/attempts", ["Host: evil.example"]);
    expect(refused).toMatch(/strict-transport-security: max-age=63072000; includeSubDomains/i);
    expect(refused).toMatch(/content-security-policy: default-src 'none'/i);
    expect(await send(local, "/attempts", [here()])).not.toMatch(/strict-transport-security/i);
  });

  it("tells whoever looks whether it lives, by any name, and its numbers to nobody who comes by a proxy", async () => {
    expect(statusOf(await send(shared, "/livez", ["Host: 10.0.0.7:3000"]))).toBe(200);
    expect(statusOf(await send(shared, "/metrics", [`Host: 127.0.0.1:${shared.port}`]))).toBe(200);
    const passed = [`Host: 127.0.0.1:${shared.port}`, "X-Forwarded-For: 203.0.113.7"];
    expect(statusOf(await send(shared, "/metrics", passed))).not.toBe(200);
    expect(statusOf(await send(shared, "/metrics", [there, ...throughProxy]))).toBe(403);
  });
});
