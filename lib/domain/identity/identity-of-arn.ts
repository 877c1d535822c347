import type { IdentityKind, IdentityRef } from "./identity-ref";
import { type Principal, readPrincipal } from "./principal";
import { stripPath } from "./strip-path";

const KINDS = {
  ROLE: "role",
  USER: "user",
  ROOT: "root",
  FEDERATED_USER: "federated-user",
  ASSUMED_ROLE: "session",
} as const satisfies Record<Principal["type"], IdentityKind>;

/** Whom an ARN names; roles are known without their path (facts: authenticator §3). null = no principal's ARN. */
export function identityOfArn(arn: string): IdentityRef | null {
  const principal = readPrincipal(arn);
  if (principal === null) return null;
  const kind = KINDS[principal.type];
  if (kind === "root") return { kind, value: principal.accountId };
  const stripped = stripPath(arn);
  return { kind, value: stripped.ok ? stripped.arn : arn };
}
