import { dirname, resolve } from "node:path";
import type { Role } from "@/lib/ports/viewer";
import type { GatebookConfig } from "../config-file/config-keys";
import { type GroupRule, LOCAL_SIGN_IN, type SecretPlace, type SignInSettings } from "./sign-in-settings";

type SignIn = NonNullable<GatebookConfig["signIn"]>;

/** How people sign in by a config without mistakes; paths in it are meant from its folder. */
export function toSignInSettings({ signIn }: GatebookConfig, configFile: string): SignInSettings {
  if (signIn === null || signIn.mode === "local") return LOCAL_SIGN_IN;
  const shared = {
    publicUrl: (signIn.publicUrl ?? "").replace(/\/$/, ""),
    rules: signIn.roles.map(toRule),
    trustedProxies: signIn.trustedProxies,
    allowsAnyoneLinks: signIn.anyoneLinks === "allowed",
  };
  const { oidc, alb, header } = signIn;
  if (oidc !== null)
    return {
      ...shared,
      mode: "oidc",
      issuer: oidc.issuer,
      clientId: oidc.clientId,
      secret: toPlace(oidc.clientSecretFrom, configFile),
      groupsClaim: oidc.groupsClaim ?? "groups",
      scope: oidc.scope ?? "openid profile email",
    };
  if (alb !== null) return { ...shared, mode: "alb", ...alb, groupsClaim: alb.groupsClaim ?? "groups" };
  if (header === null) throw new Error("The config has no section for its mode of signing in");
  return {
    ...shared,
    mode: "header",
    secret: toPlace(header.secretFrom, configFile),
    secretHeader: (header.secretHeader ?? "x-gatebook-proxy-secret").toLowerCase(),
    userHeader: (header.userHeader ?? "x-forwarded-user").toLowerCase(),
    groupsHeader: (header.groupsHeader ?? "x-forwarded-groups").toLowerCase(),
  };
}

function toRule({ group, role, clusters }: SignIn["roles"][number]): GroupRule {
  return { group, role: role as Role, clusters: clusters.length === 0 ? "all" : clusters };
}

function toPlace(text: string, configFile: string): SecretPlace {
  const rest = text.slice(text.indexOf(":") + 1);
  if (text.startsWith("env:")) return { kind: "variable", name: rest };
  return { kind: "file", path: resolve(dirname(configFile), rest) };
}
