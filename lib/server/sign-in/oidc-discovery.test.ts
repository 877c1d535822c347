import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findFreePort } from "@/lib/testing/find-free-port";
import { OidcClient } from "./oidc-client";

type Metadata = Record<string, unknown>;

describe("what a provider says of itself", () => {
  let server: Server;
  let issuer: string;
  let asked: string[] = [];
  let answer: (request: IncomingMessage, response: ServerResponse) => void;

  const whole = (): Metadata => ({
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
  });
  const say = (metadata: Metadata) => (_request: IncomingMessage, response: ServerResponse) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(metadata));
  };
  const createClient = (of = issuer) =>
    new OidcClient({
      mode: "oidc",
      publicUrl: "https://gatebook.example.com",
      issuer: of,
      clientId: "gatebook",
      secret: { kind: "variable", name: "GATEBOOK_TEST_DISCOVERY" },
      groupsClaim: "groups",
      scope: "openid",
      allowsAnyoneLinks: false,
      trustedProxies: [],
      rules: [],
    });

  beforeAll(async () => {
    process.env.GATEBOOK_TEST_DISCOVERY = "s".repeat(32);
    const port = await findFreePort();
    issuer = `http://127.0.0.1:${port}`;
    server = createServer((request, response) => {
      asked.push(request.url ?? "");
      answer(request, response);
    });
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  beforeEach(() => {
    asked = [];
  });

  it("is taken where it is the provider that the config names", async () => {
    answer = say(whole());
    const { url } = await createClient().begin("/");
    expect(url.startsWith(`${issuer}/auth?`)).toBe(true);
    expect(Object.fromEntries(new URL(url).searchParams)).toMatchObject({
      client_id: "gatebook",
      response_type: "code",
      redirect_uri: "https://gatebook.example.com/sign-in/callback",
      code_challenge_method: "S256",
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
  });

  it.each<[string, (metadata: Metadata) => unknown]>([
    ["another issuer", (metadata) => (metadata.issuer = "https://evil.example")],
    ["its own issuer with a slash", (metadata) => (metadata.issuer = `${metadata.issuer}/x`)],
    ["an issuer that begins alike", (metadata) => (metadata.issuer = `${metadata.issuer}.evil.example`)],
    ["no issuer", (metadata) => delete metadata.issuer],
    ["a list of issuers", (metadata) => (metadata.issuer = [metadata.issuer])],
  ])("is not taken with %s", async (_what, change) => {
    const metadata = whole();
    change(metadata);
    answer = say(metadata);
    await expect(createClient().begin("/")).rejects.toThrow();
  });

  it.each<[string, number, string]>([
    ["a page", 200, "<!doctype html>"],
    ["no JSON", 200, "{"],
    ["a list", 200, "[]"],
    ["an error", 500, "{}"],
  ])("is not taken where it is %s", async (_what, status, body) => {
    answer = (_request, response) =>
      response.writeHead(status, { "content-type": "application/json" }).end(body);
    await expect(createClient().begin("/")).rejects.toThrow();
  });

  it("is not looked for where a redirect leads", async () => {
    answer = (_request, response) => response.writeHead(302, { location: `${issuer}/elsewhere` }).end();
    await expect(createClient().begin("/")).rejects.toThrow();
    expect(asked).toEqual(["/.well-known/openid-configuration"]);
  });

  it("is asked for anew after a failure, so that nobody need start Gatebook again", async () => {
    const client = createClient();
    answer = say({ ...whole(), issuer: "https://evil.example" });
    await expect(client.begin("/")).rejects.toThrow();
    answer = say(whole());
    expect((await client.begin("/")).url.startsWith(issuer)).toBe(true);
  });

  it("is asked for by https alone, but on this machine", async () => {
    await expect(createClient("http://login.example.com").begin("/")).rejects.toThrow(/HTTPS/i);
    expect(asked).toEqual([]);
  });
});
