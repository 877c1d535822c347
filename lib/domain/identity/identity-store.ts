/** `d-1234567890`, and whose Identity Center it is. */
interface IdentityStoreRef {
  readonly storeId: string;
  readonly accountId: string;
}

/** Reads `arn:aws:identitystore::111122223333:identitystore/d-1234567890` (facts: aws §4.5); null = it is none. */
export function readIdentityStore(arn: string): IdentityStoreRef | null {
  const found = /^arn:[\w-]{1,20}:identitystore::(\d{12}):identitystore\/(d-[0-9a-z]{1,32})$/.exec(arn);
  const [, accountId, storeId] = found ?? [];
  return accountId === undefined || storeId === undefined ? null : { storeId, accountId };
}

const PORTAL_PATH = ":role/aws-reserved/sso.amazonaws.com/";

/**
 * The home Region of the Identity Center that made a role: the role's path names it, except in us-east-1, where there is
 * no such part (facts: aws §4.5). null = the role is not Identity Center's.
 */
export function portalRegionOf(roleArn: string): string | null {
  const at = roleArn.indexOf(PORTAL_PATH);
  if (at < 0) return null;
  const rest = roleArn.slice(at + PORTAL_PATH.length);
  const slash = rest.indexOf("/");
  return slash < 0 ? "us-east-1" : rest.slice(0, slash);
}
