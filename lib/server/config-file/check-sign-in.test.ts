import { describe, expect, it } from "vitest";
import { LOCAL_SIGN_IN } from "../sign-in/sign-in-settings";
import { toSignInSettings } from "../sign-in/to-sign-in-settings";
import { readConfigText } from "./read-config-text";

const ROLES = "  roles: [{ group: platform, role: admin }, { group: dev, role: viewer, clusters: [dev] }]\n";
const OIDC =
  "  oidc: { issuer: https://login.example.com, clientId: gatebook, clientSecretFrom: env:GATEBOOK_SECRET }\n";
const HEADER = "  header: { secretFrom: file:secrets/proxy }\n";
const ALB =
  "  alb: { arn: arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/gatebook/50dc6c495c0c9188, issuer: https://login.example.com, clientId: gatebook }\n";
const shared = (mode: string, rest: string, url = "https://gatebook.example.com") =>
  `signIn:\n  mode: ${mode}\n  publicUrl: ${url}\n${rest}`;

function settingsOf(text: string) {
  const reading = readConfigText(text);
  if (!reading.ok) throw new Error(reading.mistakes.map(({ message }) => message).join("\n"));
  return toSignInSettings(reading.config, "/etc/gatebook/gatebook.yaml");
}

function mistakesOf(text: string): string[] {
  const reading = readConfigText(text);
  return reading.ok ? [] : reading.mistakes.map(({ line, message }) => `${line}: ${message}`);
}

describe("how people sign in, in the config", () => {
  it("is read, with what is usual", () => {
    expect(settingsOf(shared("oidc", OIDC + ROLES, "https://gatebook.example.com/"))).toEqual({
      mode: "oidc",
      publicUrl: "https://gatebook.example.com",
      issuer: "https://login.example.com",
      clientId: "gatebook",
      secret: { kind: "variable", name: "GATEBOOK_SECRET" },
      groupsClaim: "groups",
      scope: "openid profile email",
      trustedProxies: [],
      allowsAnyoneLinks: false,
      rules: [
        { group: "platform", role: "admin", clusters: "all" },
        { group: "dev", role: "viewer", clusters: ["dev"] },
      ],
    });
    expect(settingsOf(shared("header", `  trustedProxies: [10.0.0.0/16]\n${HEADER}${ROLES}`))).toMatchObject({
      mode: "header",
      secret: { kind: "file", path: "/etc/gatebook/secrets/proxy" },
      userHeader: "x-forwarded-user",
    });
    expect(settingsOf(shared("alb", ALB + ROLES))).toMatchObject({
      mode: "alb",
      clientId: "gatebook",
      keysUrl: null,
      signOutUrl: null,
    });
    const links = (switched: string) =>
      settingsOf(shared("alb", `  anyoneLinks: ${switched}\n${ALB}${ROLES}`));
    expect(links("allowed")).toMatchObject({ allowsAnyoneLinks: true });
    expect(links("refused")).toMatchObject({ allowsAnyoneLinks: false });
    expect(settingsOf("signIn: { mode: local }")).toBe(LOCAL_SIGN_IN);
    expect(settingsOf("clusters: [{ name: prod, region: eu-west-1 }]")).toBe(LOCAL_SIGN_IN);
  });

  it.each<[string, string, RegExp]>([
    ["no mode", "signIn: { host: 127.0.0.1 }", /signIn has no mode/],
    [
      "links for anyone, and nobody signs in",
      "signIn: { mode: local, anyoneLinks: allowed }",
      /nobody signs in/,
    ],
    [
      "links for anyone, perhaps",
      "signIn: { mode: local, anyoneLinks: maybe }",
      /must be allowed or refused/,
    ],
    ["a mode that is none", "signIn: { mode: none }", /must be local, oidc, alb or header/],
    ["no address of its own", `signIn:\n  mode: oidc\n${OIDC}${ROLES}`, /has no publicUrl/],
    ["http for others", shared("oidc", OIDC + ROLES, "http://gatebook.example.com"), /publicUrl is http/],
    [
      "an address with a path",
      shared("oidc", OIDC + ROLES, "https://example.com/gatebook"),
      /an address without a path/,
    ],
    ["no roles", shared("oidc", OIDC), /has no roles/],
    [
      "a role that is none",
      shared("oidc", `${OIDC}  roles: [{ group: a, role: root }]\n`),
      /viewer, auditor or admin/,
    ],
    [
      "an admin of some",
      shared("oidc", `${OIDC}  roles: [{ group: a, role: admin, clusters: [dev] }]\n`),
      /admin of some clusters/,
    ],
    ["no section", shared("oidc", ROLES), /there is no section oidc/],
    ["another section", shared("oidc", OIDC + ALB + ROLES), /signIn\.alb is not used with the mode oidc/],
    ["a provider over http", shared("oidc", OIDC.replace("https:", "http:") + ROLES), /oidc\.issuer is http/],
    ["no trusted proxy", shared("header", HEADER + ROLES), /no proxy is trusted/],
    [
      "proxies that are everybody",
      shared("header", `  trustedProxies: [0.0.0.0/0]\n${HEADER}${ROLES}`),
      /trusts everybody/,
    ],
    [
      "proxies that are everybody of IPv6",
      shared("header", `  trustedProxies: ["::/0"]\n${HEADER}${ROLES}`),
      /trusts everybody/,
    ],
    [
      "a network that is none",
      shared("header", `  trustedProxies: [10.0.0.0/33]\n${HEADER}${ROLES}`),
      /is no network/,
    ],
    [
      "the secret itself",
      shared("oidc", OIDC.replace("env:GATEBOOK_SECRET", "hunter2hunter2") + ROLES),
      /file: with a path, or env:/,
    ],
    [
      "a key with the secret",
      shared("oidc", OIDC.replace("clientSecretFrom: env:GATEBOOK_SECRET", "clientSecret: hunter2") + ROLES),
      /holds a secret, and this file must not/,
    ],
    [
      "a load balancer that is none",
      shared("alb", ALB.replace("/app/", "/net/") + ROLES),
      /the ARN of an Application Load Balancer/,
    ],
  ])("is refused with %s", (_what, text, message) => {
    expect(mistakesOf(text).join("\n")).toMatch(message);
  });
});
