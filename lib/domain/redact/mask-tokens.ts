/** What is as good as a password for a while, with the part before it that makes it known. */
const TOKENS = [
  /(k8s-aws-v1\.)([A-Za-z0-9_-]{8,})/g,
  /(X-Amz-Signature(?:=|%3D))([0-9a-fA-F]{64})/g,
  /(X-Amz-Security-Token(?:=|%3D))([A-Za-z0-9%+/_=-]{16,})/g,
];

/** The same text with bearer tokens, signatures and session tokens replaced by as many asterisks. */
export function maskTokens(text: string): string {
  return maskWebTokens(maskAwsTokens(text));
}

function maskAwsTokens(text: string): string {
  if (!text.includes("k8s-aws-v1.") && !text.includes("X-Amz-S")) return text;
  return TOKENS.reduce(
    (masked, token) =>
      masked.replace(token, (_, mark: string, secret: string) => mark + "*".repeat(secret.length)),
    text,
  );
}

/** Three parts of a JSON web token, the third being what proves it; a service account's looks so. */
const SHORTEST_SIGNATURE = 16;

/** Every run of the characters that a token is made of is looked at once. */
function maskWebTokens(text: string): string {
  if (!text.includes("eyJ")) return text;
  return text.replace(/[A-Za-z0-9_.-]+/g, (run) => (run.includes("eyJ") ? maskSignatures(run) : run));
}

function maskSignatures(run: string): string {
  const parts = run.split(".");
  const isSignature = (part: string, at: number) =>
    part.length >= SHORTEST_SIGNATURE &&
    (parts[at - 1]?.startsWith("eyJ") ?? false) &&
    (parts[at - 2]?.includes("eyJ") ?? false);
  return parts.map((part, at) => (isSignature(part, at) ? "*".repeat(part.length) : part)).join(".");
}
