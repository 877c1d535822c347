import { isLoopbackUrl } from "../sign-in/is-loopback";
import { parseNetwork } from "../sign-in/networks";
import type { CONFIG_KEYS } from "./config-keys";
import { type Findings, refuse } from "./findings";
import type { Position } from "./mistake";
import type { DraftOf } from "./shape";

type SignIn = NonNullable<DraftOf<typeof CONFIG_KEYS>["signIn"]>;

const SECTIONS = ["oidc", "alb", "header"] as const;

/** Refuses what would let somebody in who must not be, each with the reason. */
export function checkSignIn(findings: Findings, signIn: SignIn | null): void {
  if (signIn === null) return;
  // Where nobody signs in, the start refuses what others could reach, whoever asked for it.
  if (signIn.mode !== null && signIn.mode !== "local") checkShared(findings, signIn, signIn.mode);
  checkLinks(findings, signIn);
  checkSections(findings, signIn);
  checkNetworks(findings, signIn);
  checkRoles(findings, signIn);
}

function checkShared(findings: Findings, { publicUrl, roles, trustedProxies }: SignIn, mode: string): void {
  if (publicUrl === null)
    refuse(
      findings,
      at(findings, "mode"),
      "signIn has no publicUrl: which address is Gatebook's own must be known.",
      "Add publicUrl: https://gatebook.example.com",
    );
  else if (publicUrl.startsWith("http:") && !isLoopbackUrl(publicUrl))
    refuse(
      findings,
      at(findings, "publicUrl"),
      "signIn.publicUrl is http: whoever is on the way could take over people's sessions.",
      "Write https: and let a proxy or load balancer speak it.",
    );
  if (roles.length === 0)
    refuse(
      findings,
      at(findings, "mode"),
      "signIn has no roles: nobody could see anything.",
      "Add roles: with - { group: platform, role: viewer }",
    );
  if (mode === "header" && trustedProxies.length === 0)
    refuse(
      findings,
      at(findings, "mode"),
      "signIn.mode is header and no proxy is trusted: anybody could say that he is somebody.",
      "Add trustedProxies: with the addresses of your proxies.",
    );
}

function checkLinks(findings: Findings, { mode, anyoneLinks }: SignIn): void {
  if (mode === "local" && anyoneLinks === "allowed")
    refuse(
      findings,
      at(findings, "anyoneLinks"),
      "signIn.anyoneLinks is allowed, and nobody signs in: there is nobody to make such links.",
      "Take it out, or name a mode of signing in.",
    );
}

function checkSections(findings: Findings, signIn: SignIn): void {
  for (const section of SECTIONS) {
    const isThere = signIn[section] !== null;
    if (isThere && signIn.mode !== section)
      refuse(
        findings,
        at(findings, section),
        `signIn.${section} is not used with the mode ${signIn.mode}.`,
        "Take it out, or change the mode.",
      );
    if (!isThere && signIn.mode === section)
      refuse(
        findings,
        at(findings, "mode"),
        `signIn.mode is ${section}, and there is no section ${section}.`,
        `Add ${section}: with its keys.`,
      );
  }
  const issuer = signIn.oidc?.issuer ?? signIn.alb?.issuer ?? null;
  const path = signIn.oidc === null ? "alb.issuer" : "oidc.issuer";
  if (issuer?.startsWith("http:") && !isLoopbackUrl(issuer))
    refuse(
      findings,
      at(findings, path),
      `signIn.${path} is http: whoever is on the way could sign in as anybody.`,
      "Write https:",
    );
}

function checkNetworks(findings: Findings, { trustedProxies }: SignIn): void {
  trustedProxies.forEach((text, i) => {
    const network = text === null ? null : parseNetwork(text);
    const path = `trustedProxies[${i}]`;
    if (text !== null && network === null)
      refuse(
        findings,
        at(findings, path),
        `signIn.${path} ${text} is no network.`,
        "Write it like 10.0.0.0/16, or an address alone.",
      );
    if (network?.bits === 0)
      refuse(
        findings,
        at(findings, path),
        `signIn.${path} ${text} trusts everybody.`,
        "Name the networks of your proxies alone.",
      );
  });
}

function checkRoles(findings: Findings, { roles }: SignIn): void {
  roles.forEach(({ role, clusters }, i) => {
    if (role !== "admin" || clusters.length === 0) return;
    const message = `signIn.roles[${i}] is admin of some clusters: sessions, shares and the audit log are of all.`;
    refuse(
      findings,
      at(findings, `roles[${i}].clusters`),
      message,
      "Take clusters: out, or make it auditor.",
    );
  });
}

function at({ places }: Findings, path: string): Position {
  return places.get(`signIn.${path}`) ?? places.get("signIn") ?? { line: 1, column: 1 };
}
