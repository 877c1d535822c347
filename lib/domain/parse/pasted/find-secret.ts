import { trimPasted } from "./trim-pasted";

/** Secrets that people paste by mistake. They are refused before anything else is looked at. */
export type SecretKind = "token" | "web-token" | "signed-url" | "secret-key" | "session-token";

/** The prefix alone is no secret: the authenticator's own error text holds it (facts: authenticator §2.1). */
const WITHIN: readonly (readonly [SecretKind, RegExp])[] = [
  ["token", /k8s-aws-v1\.[A-Za-z0-9_-]{12}/],
  ["signed-url", /x-amz-signature(=|%3d)[0-9a-f]{12}/i],
  ["web-token", /(^|[^A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{10,4096}\.eyJ/],
  ["secret-key", /secret_?access_?key["']?[ \t]{0,8}[=:][ \t]{0,8}["']?[A-Za-z0-9/+=]{16}/i],
  ["session-token", /aws_session_token["']?[ \t]{0,8}[=:][ \t]{0,8}["']?[A-Za-z0-9/+=]{16}/i],
];

/** Base64 of how STS's session tokens begin. */
const SESSION_TOKEN = /^(IQoJb3JpZ2lu|FwoGZXIvYXdz|FQoGZXIvYXdz)[A-Za-z0-9/+]{60}/;
const SECRET_KEY = /^[A-Za-z0-9/+]{40}$/;
/** Forty random characters change between capital, small letter and digit some 25 times; words run together some 10 times. */
const LEAST_CHANGES = 12;

/** The first kind of secret in a text; null = none is known in it. */
export function findSecret(text: string): SecretKind | null {
  const within = WITHIN.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
  return within ?? bareSecret(trimPasted(text));
}

function bareSecret(text: string): SecretKind | null {
  if (SESSION_TOKEN.test(text)) return "session-token";
  return SECRET_KEY.test(text) && looksRandom(text) ? "secret-key" : null;
}

function looksRandom(text: string): boolean {
  const kinds = [...text].map(kindOf);
  const changes = kinds.filter((kind, i) => i > 0 && kind !== kinds[i - 1]).length;
  return changes >= LEAST_CHANGES && new Set(kinds).size === 3;
}

function kindOf(char: string): "digit" | "small" | "other" {
  if (/\d/.test(char)) return "digit";
  return /[a-z]/.test(char) ? "small" : "other";
}
