import { readPrincipal } from "./principal";

/**
 * `111122223333/alice` of a user's ARN: IAM's users have no name twice in an account, whatever their path; null = it is no
 * user's ARN.
 */
export function iamUserOfArn(arn: string): string | null {
  const principal = readPrincipal(arn);
  if (principal?.type !== "USER") return null;
  return iamUserIn(principal.accountId, principal.name);
}

export function iamUserIn(accountId: string, userName: string): string {
  return `${accountId}/${userName}`;
}
