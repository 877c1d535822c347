/** What a `uid` tells of the caller. */
export interface UidParts {
  readonly accountId: string;
  /** May hold colons: a federated user's is `account:name`. */
  readonly uniqueId: string;
}

/**
 * `aws-iam-authenticator:<account>:<userid>` (before v0.4 and long on EKS: `heptio-authenticator-aws:…`). null for
 * scrubbed accounts, `aws-iam-authenticator:administrative:<username>`, and for anything else (facts: authenticator §1.2).
 */
export function readUid(uid: string): UidParts | null {
  const first = uid.indexOf(":");
  const second = uid.indexOf(":", first + 1);
  if (first < 0 || second < 0) return null;
  const accountId = uid.slice(first + 1, second);
  return accountId === "administrative" ? null : { accountId, uniqueId: uid.slice(second + 1) };
}

/** Does the unique id stand within the uid as a whole part, after the account (where that is known)? */
export function uidNames(uid: string, accountId: string | null, uniqueId: string): boolean {
  const first = uid.indexOf(":");
  const second = uid.indexOf(":", first + 1);
  if (first < 0 || second < 0 || uid.length - second - 1 !== uniqueId.length) return false;
  if (!uid.endsWith(uniqueId)) return false;
  return (
    accountId === null || (accountId.length === second - first - 1 && uid.startsWith(accountId, first + 1))
  );
}
