/** What has a page of its own: everything that a log or a person calls somebody by. */
export const IDENTITY_KINDS = [
  /** A user name or e-mail: the name of an origin, a session name or an IAM user's name; also Identity Center's id. */
  "person",
  /** A role's ARN without path, or its name in any account. */
  "role",
  /** An IAM user's ARN, or its name in any account. */
  "user",
  /** The account number of a root user. */
  "root",
  /** ARN of a federated user. */
  "federated-user",
  /** ARN of an assumed role with its session, or `role/session` in any account. */
  "session",
  /** Access key id: AKIA…, ASIA…. */
  "key",
  /** AROA…, AIDA…; also `AROA…:session`, and `account:name` of a federated user. */
  "unique-id",
  "username",
  "group",
  /** `aws-iam-authenticator:account:id`. */
  "uid",
  "account",
  /** `i-…` or a hybrid node's `mi-…`. */
  "instance",
  /** `system:serviceaccount:namespace:name`. */
  "workload",
  /** The `sub` of a CI's OIDC token, whole: `repo:owner/name:ref:refs/heads/main`. */
  "ci",
] as const;
export type IdentityKind = (typeof IDENTITY_KINDS)[number];

/** One identity by one of its names. */
export interface IdentityRef {
  readonly kind: IdentityKind;
  /** As it is printed where it stands; never empty. */
  readonly value: string;
}

/** No name of AWS or Kubernetes is longer. */
export const LONGEST_VALUE = 1_024;

/** `kind:value`, by which pages and the API name an identity. */
export function printIdentityId({ kind, value }: IdentityRef): string {
  return `${kind}:${value}`;
}

/** null: it is not of that shape, or of a kind that there is not. */
export function parseIdentityId(text: string): IdentityRef | null {
  const colon = text.indexOf(":");
  const kind = IDENTITY_KINDS.find((one) => one === text.slice(0, Math.max(colon, 0)));
  const value = text.slice(colon + 1);
  if (kind === undefined || value === "" || value.length > LONGEST_VALUE) return null;
  return { kind, value };
}
