import type { ParsedArn } from "./arn";
import { readIdentityArn } from "./identity-arn";

export type PrincipalType = "ROLE" | "USER" | "ROOT" | "ASSUMED_ROLE" | "FEDERATED_USER";

export type CanonicalArn =
  | { readonly ok: true; readonly canonical: string; readonly principalType: PrincipalType }
  | { readonly ok: false; readonly error: string };

/**
 * The form in which the authenticator compares principals: an assumed-role ARN becomes its role's ARN, without the
 * session and the Region; users, roles, root and federated users stay. Errors are the authenticator's own texts
 * (facts: authenticator §3).
 */
export function canonicalizeArn(text: string): CanonicalArn {
  const arn = readIdentityArn(text);
  if (!arn.ok) return arn;
  if (arn.service === "sts") return canonicalizeSts(text, arn);
  if (arn.service === "iam") return canonicalizeIam(text, arn);
  return { ok: false, error: `service ${arn.service} in arn ${text} is not a valid service for identities` };
}

function canonicalizeSts(text: string, arn: ParsedArn): CanonicalArn {
  const kind = firstPart(arn.resource);
  if (kind === "federated-user") return { ok: true, canonical: text, principalType: "FEDERATED_USER" };
  if (kind !== "assumed-role") return unrecognized(arn);
  const session = arn.resource.lastIndexOf("/");
  if (session <= kind.length) return { ok: false, error: `assumed-role arn '${text}' does not have a role` };
  const role = arn.resource.slice(kind.length + 1, session);
  const canonical = `arn:${arn.partition}:iam::${arn.accountId}:role/${role}`;
  return { ok: true, canonical, principalType: "ASSUMED_ROLE" };
}

function canonicalizeIam(text: string, arn: ParsedArn): CanonicalArn {
  const kind = firstPart(arn.resource);
  if (kind === "role") return { ok: true, canonical: text, principalType: "ROLE" };
  if (kind === "user") return { ok: true, canonical: text, principalType: "USER" };
  if (kind === "root") return { ok: true, canonical: text, principalType: "ROOT" };
  return unrecognized(arn);
}

function unrecognized(arn: ParsedArn): CanonicalArn {
  return { ok: false, error: `unrecognized resource ${arn.resource} for service ${arn.service}` };
}

function firstPart(resource: string): string {
  const slash = resource.indexOf("/");
  return slash < 0 ? resource : resource.slice(0, slash);
}
