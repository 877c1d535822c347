/** Secrets that people paste by mistake. They are refused before anything else is looked at. */
export type SecretKind = "token" | "web-token" | "signed-url" | "secret-key";

/** The prefix alone is no secret: the authenticator's own error text holds it (facts: authenticator §2.1). */
const SECRETS: readonly (readonly [SecretKind, RegExp])[] = [
  ["token", /k8s-aws-v1\.[A-Za-z0-9_-]{12}/],
  ["signed-url", /x-amz-signature(=|%3d)[0-9a-f]{12}/i],
  ["web-token", /(^|[^A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{10,4096}\.eyJ/],
  ["secret-key", /secret_?access_?key["']?[ \t]{0,8}[=:][ \t]{0,8}["']?[A-Za-z0-9/+=]{16}/i],
];

/** The first kind of secret in a text; null = none is known in it. */
export function findSecret(text: string): SecretKind | null {
  return SECRETS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
