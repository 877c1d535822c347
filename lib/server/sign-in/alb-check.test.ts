import { generateKeyPairSync, type KeyObject, randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { signToken } from "@/lib/testing/sign-token";
import { createAlbCheck } from "./alb-check";
import type { AlbSettings } from "./sign-in-settings";

const ARN = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/gatebook/50dc6c495c0c9188";
const SETTINGS: AlbSettings = {
  mode: "alb",
  arn: ARN,
  issuer: "https://login.example.com",
  clientId: "gatebook",
  groupsClaim: "groups",
  keysUrl: "https://keys.invalid",
  signOutUrl: null,
  publicUrl: "https://gatebook.example.com",
  trustedProxies: [],
  allowsAnyoneLinks: false,
  rules: [],
};
const KID = randomUUID();
const own = generateKeyPairSync("ec", { namedCurve: "P-256" });
const other = generateKeyPairSync("ec", { namedCurve: "P-256" });
const rsa = generateKeyPairSync("rsa", { modulusLength: 2_048 });

const inSeconds = (seconds: number) => Math.floor(Date.now() / 1_000) + seconds;
const header = () => ({
  alg: "ES256",
  typ: "JWT",
  kid: KID,
  signer: ARN,
  iss: SETTINGS.issuer,
  client: "gatebook",
  exp: inSeconds(120),
});
const payload = () => ({
  sub: "alice",
  iss: SETTINGS.issuer,
  exp: inSeconds(120),
  groups: ["dev"],
  email: "a@example.com",
});
const jwk = { ...own.publicKey.export({ format: "jwk" }), kid: KID, alg: "ES256", use: "sig" } as const;
const check = createAlbCheck(SETTINGS, { keys: [jwk] } as unknown as Parameters<typeof createAlbCheck>[1]);

function ask(rawHeaders: string[]) {
  return check({ rawHeaders } as unknown as IncomingMessage);
}

type Parts = { header: Record<string, unknown>; payload: Record<string, unknown>; key: KeyObject | string };

describe("what a load balancer has signed", () => {
  const whole = (): Parts => ({ header: header(), payload: payload(), key: own.privateKey });
  const print = ({ header, payload, key }: Parts) => signToken(header, payload, key);

  it("is believed", async () => {
    expect(await ask(["X-Amzn-Oidc-Data", print(whole())])).toEqual({
      issuer: SETTINGS.issuer,
      subject: "alice",
      name: "a@example.com",
      groups: ["dev"],
    });
  });

  it.each<[string, (parts: Parts) => void]>([
    ["another signer", ({ header }) => (header.signer = ARN.replace("gatebook", "evil"))],
    [
      "a signer of another account",
      ({ header }) => (header.signer = ARN.replace("111122223333", "444455556666")),
    ],
    ["a signer of another Region", ({ header }) => (header.signer = ARN.replace("eu-west-1", "us-east-1"))],
    ["a signer that begins like ours", ({ header }) => (header.signer = `${ARN}0`)],
    ["a list of signers", ({ header }) => (header.signer = [ARN])],
    ["no signer", ({ header }) => delete header.signer],
    ["another client", ({ header }) => (header.client = "evil")],
    ["no client", ({ header }) => delete header.client],
    ["another issuer", ({ payload }) => (payload.iss = "https://evil.example")],
    [
      "an issuer that begins like ours",
      ({ payload }) => (payload.iss = "https://login.example.com.evil.example"),
    ],
    ["no issuer", ({ payload }) => delete payload.iss],
    ["an end that is past", ({ payload }) => (payload.exp = inSeconds(-10))],
    ["an end that is no number", ({ payload }) => (payload.exp = "tomorrow")],
    ["a beginning to come", ({ payload }) => (payload.nbf = inSeconds(600))],
    ["no subject", ({ payload }) => delete payload.sub],
    ["an empty subject", ({ payload }) => (payload.sub = "")],
    ["a subject that is a list", ({ payload }) => (payload.sub = ["alice"])],
    ["another's key", (parts) => (parts.key = other.privateKey)],
    ["another key's id", ({ header }) => (header.kid = randomUUID())],
    ["a key's id that leads elsewhere", ({ header }) => (header.kid = "../../evil")],
    ["no key's id", ({ header }) => delete header.kid],
    ["no algorithm", ({ header }) => (header.alg = "none")],
    ["NONE", ({ header }) => (header.alg = "NONE")],
    [
      "the public key as a shared secret",
      (parts) => {
        parts.header.alg = "HS256";
        parts.key = String(own.publicKey.export({ format: "pem", type: "spki" }));
      },
    ],
    [
      "an RSA key",
      (parts) => {
        parts.header.alg = "RS256";
        parts.key = rsa.privateKey;
      },
    ],
    [
      "a key of its own",
      (parts) => {
        parts.header.jwk = other.publicKey.export({ format: "jwk" });
        parts.key = other.privateKey;
      },
    ],
  ])("is not with %s", async (_what, change) => {
    const parts = whole();
    change(parts);
    expect(await ask(["x-amzn-oidc-data", print(parts)])).toBeNull();
  });

  it("is not where its signature is cut off, changed, or stands twice", async () => {
    const token = print(whole());
    const [head = "", body = "", signature = ""] = token.split(".");
    const forged = Buffer.from(JSON.stringify({ ...payload(), sub: "root" })).toString("base64url");
    for (const text of [
      `${head}.${body}.`,
      `${head}.${body}`,
      `${head}.${forged}.${signature}`,
      `${token}x.y`,
      "",
      "x",
    ])
      expect(await ask(["x-amzn-oidc-data", text])).toBeNull();
    expect(await ask(["x-amzn-oidc-data", token, "X-Amzn-Oidc-Data", token])).toBeNull();
    expect(await ask(["x_amzn_oidc_data", token])).toBeNull();
    expect(await ask(["x-amzn-oidc-identity", "alice"])).toBeNull();
  });
});
