import { createHash, generateKeyPairSync, type KeyObject } from "node:crypto";
import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findFreePort } from "@/lib/testing/find-free-port";
import { signToken } from "@/lib/testing/sign-token";
import { OidcClient, SignInRefused } from "./oidc-client";

const KID = "key-1";
const own = generateKeyPairSync("rsa", { modulusLength: 2_048 });
const other = generateKeyPairSync("rsa", { modulusLength: 2_048 });
const SECRET = "s".repeat(32);

interface Token {
  header: Record<string, unknown>;
  payload: Record<string, unknown>;
  key: KeyObject | string;
}

/** A provider that has been taken over: its token endpoint says whatever the test wants. */
describe("an ID token", () => {
  let server: Server;
  let issuer: string;
  let client: OidcClient;
  let answer: (form: URLSearchParams) => { status?: number; body: unknown };

  beforeAll(async () => {
    const port = await findFreePort();
    issuer = `http://127.0.0.1:${port}`;
    server = createServer(async (request, response) => {
      response.setHeader("content-type", "application/json");
      if (request.url === "/.well-known/openid-configuration")
        return response.end(JSON.stringify(describeProvider(issuer)));
      if (request.url === "/jwks") return response.end(JSON.stringify({ keys: [publicKey()] }));
      let form = "";
      for await (const chunk of request) form += chunk;
      const { status = 200, body } = answer(new URLSearchParams(form));
      response.statusCode = status;
      return response.end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    process.env.GATEBOOK_TEST_OIDC = SECRET;
    client = new OidcClient({
      mode: "oidc",
      publicUrl: "https://gatebook.example.com",
      issuer,
      clientId: "gatebook",
      secret: { kind: "variable", name: "GATEBOOK_TEST_OIDC" },
      groupsClaim: "groups",
      scope: "openid",
      trustedProxies: [],
      allowsAnyoneLinks: false,
      rules: [],
    });
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const now = () => Math.floor(Date.now() / 1_000);
  async function finish(change: (token: Token) => unknown, print = printToken) {
    const { url, pending } = await client.begin("/");
    const asked = new URL(url).searchParams;
    answer = (form) => {
      const challenge = createHash("sha256")
        .update(form.get("code_verifier") ?? "")
        .digest("base64url");
      if (challenge !== asked.get("code_challenge")) return { status: 400, body: { error: "invalid_grant" } };
      const payload = {
        iss: issuer,
        aud: "gatebook",
        sub: "alice",
        iat: now(),
        exp: now() + 60,
        nonce: asked.get("nonce"),
        groups: ["dev"],
      };
      const token: Token = { header: { alg: "RS256", kid: KID, typ: "JWT" }, payload, key: own.privateKey };
      change(token);
      return { body: { access_token: "a", token_type: "bearer", id_token: print(token) } };
    };
    return client.finish(`?code=c&state=${pending.state}`, pending);
  }

  it("is believed where all of it holds", async () => {
    expect(await finish(() => undefined)).toEqual({
      issuer,
      subject: "alice",
      name: "alice",
      groups: ["dev"],
    });
  });

  it("names the groups that are text, and none where the claim is none", async () => {
    const groupsOf = async (groups: unknown) =>
      (await finish(({ payload }) => (payload.groups = groups))).groups;
    expect(await groupsOf(["dev", 1, null, { admin: true }, ["platform"]])).toEqual(["dev"]);
    expect(await groupsOf("dev,platform")).toEqual(["dev,platform"]);
    expect(await groupsOf({ length: 1, 0: "platform" })).toEqual([]);
    expect(await groupsOf(undefined)).toEqual([]);
  });

  it.each<[string, (token: Token) => unknown]>([
    ["another issuer", ({ payload }) => (payload.iss = "https://evil.example")],
    ["our issuer with a slash", ({ payload }) => (payload.iss = `${issuer}/`)],
    ["no issuer", ({ payload }) => delete payload.iss],
    ["another audience", ({ payload }) => (payload.aud = "evil")],
    ["audiences without ours", ({ payload }) => (payload.aud = ["evil", "worse"])],
    [
      "ours among others, for another party",
      ({ payload }) => Object.assign(payload, { aud: ["gatebook", "evil"], azp: "evil" }),
    ],
    ["ours among others, for nobody", ({ payload }) => (payload.aud = ["gatebook", "evil"])],
    ["no audience", ({ payload }) => delete payload.aud],
    ["an end that is past", ({ payload }) => (payload.exp = now() - 60)],
    ["no end", ({ payload }) => delete payload.exp],
    ["an end that is text", ({ payload }) => (payload.exp = String(now() + 60))],
    ["a beginning to come", ({ payload }) => (payload.nbf = now() + 600)],
    ["no time of issue", ({ payload }) => delete payload.iat],
    ["another nonce", ({ payload }) => (payload.nonce = "x")],
    ["no nonce", ({ payload }) => delete payload.nonce],
    ["no subject", ({ payload }) => delete payload.sub],
    ["an empty subject", ({ payload }) => (payload.sub = "")],
    ["a subject that is a list", ({ payload }) => (payload.sub = ["alice"])],
    ["a subject without end", ({ payload }) => (payload.sub = "a".repeat(600))],
    ["another's key", (token) => (token.key = other.privateKey)],
    ["a key's id that is not published", ({ header }) => (header.kid = "key-2")],
    ["no algorithm", ({ header }) => (header.alg = "none")],
    ["None", ({ header }) => (header.alg = "None")],
    ["an algorithm that is none", ({ header }) => delete header.alg],
    [
      "the client's secret as the key",
      (token) => Object.assign(token, { key: SECRET, header: { ...token.header, alg: "HS256" } }),
    ],
    [
      "the public key as a shared secret",
      (token) =>
        Object.assign(token, {
          key: String(own.publicKey.export({ format: "pem", type: "spki" })),
          header: { ...token.header, alg: "HS256" },
        }),
    ],
    ["an algorithm that is not offered", ({ header }) => (header.alg = "RS512")],
    [
      "a key of its own",
      (token) =>
        Object.assign(token, {
          key: other.privateKey,
          header: { ...token.header, jwk: other.publicKey.export({ format: "jwk" }) },
        }),
    ],
    [
      "an address of a key",
      (token) =>
        Object.assign(token, {
          key: other.privateKey,
          header: { ...token.header, jku: "https://evil.example/jwks" },
        }),
    ],
    ["a header that must be understood", ({ header }) => (header.crit = ["evil"])],
  ])("is not with %s", async (_what, change) => {
    await expect(finish(change)).rejects.toThrow(SignInRefused);
  });

  it.each<[string, (token: string) => unknown]>([
    ["without its signature", (token) => token.replace(/[^.]*$/, "")],
    ["in two parts", (token) => token.replace(/\.[^.]*$/, "")],
    [
      "of another payload",
      (token) => token.replace(/\.[^.]*\./, `.${Buffer.from('{"sub":"root"}').toString("base64url")}.`),
    ],
    ["of five parts", (token) => `${token}.x.y`],
    ["that is no text", () => ({ sub: "alice" })],
    ["that is empty", () => ""],
    ["that is none", () => undefined],
  ])("is not %s", async (_what, spoil) => {
    await expect(
      finish(
        () => undefined,
        (token) => spoil(printToken(token)) as string,
      ),
    ).rejects.toThrow(SignInRefused);
  });

  it("is not asked for with another verifier, state or issuer", async () => {
    const { pending } = await client.begin("/");
    answer = (form) => ({
      status: form.get("code_verifier") === pending.verifier ? 400 : 500,
      body: { error: "invalid_grant" },
    });
    const refused = (query: string) => expect(client.finish(query, pending)).rejects.toThrow(SignInRefused);
    await refused(`?code=c&state=${pending.state}`);
    await refused("?code=c&state=x");
    await refused("?code=c");
    await refused(`?code=c&state=${pending.state}&iss=https://evil.example`);
    await refused(`?error=access_denied&state=${pending.state}`);
    await refused(`?code=c&code=d&state=${pending.state}`);
  });
});

const printToken = ({ header, payload, key }: Token) => signToken(header, payload, key);

function publicKey() {
  return { ...own.publicKey.export({ format: "jwk" }), kid: KID, alg: "RS256", use: "sig" };
}

function describeProvider(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    // Taken over, it would offer anything.
    id_token_signing_alg_values_supported: ["RS256", "HS256", "none"],
  };
}
