import type { Credentials } from "./credentials";

type Session = Pick<Credentials, "principalId" | "arn"> & Partial<Pick<Credentials, "type">>;

/** `session` of `AROA…:session` or of `…assumed-role/role/session`. */
export function sessionNameOf({ principalId, arn, type }: Session): string | null {
  if (type === "FederatedUser") return null;
  const colon = principalId?.indexOf(":") ?? -1;
  if (principalId !== null && colon > 0) return principalId.slice(colon + 1);
  return arn?.includes(":assumed-role/") ? arn.slice(arn.lastIndexOf("/") + 1) : null;
}

/** A tool made the name up, so that it names nobody (facts: authenticator §5, §6.7). */
export function isGeneratedSession(session: string): boolean {
  return (
    /^(EKSGetTokenAuth|EKSAuthTokenSession|[0-9]{9,})$/.test(session) ||
    /^(aws-go-sdk|aws-sdk-[a-z0-9]{1,12}|botocore-session|AWS-CLI-session)-/i.test(session)
  );
}
