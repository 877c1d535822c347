import { decodedView } from "./decoded-view";

const AWS_TOKENS: readonly RegExp[] = [
  /k8s-aws-v1\.[\w-]{20}/i,
  /x-amz-signature["']?\s{0,4}[=:]\s{0,4}["']?[0-9a-f]{64}/i,
  /x-amz-security-token["']?\s{0,4}[=:]\s{0,4}["']?[\w%+/=-]{16}/i,
];

/**
 * What lets somebody in for a while: a bearer token of EKS, the signature or session token of a signed URL, a service
 * account's web token. Also within a link, escaped once or more, and within JSON (facts: security §3.3). Linear.
 */
export function looksLikeToken(text: string): boolean {
  return someSpelling(text, (plain) => isAwsToken(plain) || hasServiceAccountToken(plain));
}

/** The same without web tokens: other programs on this machine keep theirs in cookies that browsers send here too. */
export function looksLikeAwsToken(text: string): boolean {
  return someSpelling(text, isAwsToken);
}

/** What every one of them holds a piece of, however it is escaped: most texts are done with here. */
const MARKS = /k8s-aws|amz-s|eyJ|%|\\u00/i;

function someSpelling(text: string, test: (plain: string) => boolean): boolean {
  if (!MARKS.test(text)) return false;
  const plain = decodedView(text).text;
  return test(plain) || (plain !== text && test(text));
}

function isAwsToken(text: string): boolean {
  return AWS_TOKENS.some((token) => token.test(text));
}

function hasServiceAccountToken(text: string): boolean {
  if (!text.includes("eyJ")) return false;
  return text.split(/[^\w.-]+/).some((run) => {
    const parts = run.split(".");
    return parts.some(
      (part, at) => part.length >= SHORTEST_SIGNATURE && isServiceAccounts(parts[at - 2], parts[at - 1]),
    );
  });
}

const SHORTEST_SIGNATURE = 16;

/** `system:serviceaccount:` and `kubernetes.io` in base64, at each of the three places a byte may have in it. */
const CLAIMS = [
  "c3lzdGVtOnNlcnZpY2VhY2NvdW50O",
  "N5c3RlbTpzZXJ2aWNlYWNjb3VudD",
  "zeXN0ZW06c2VydmljZWFjY291bnQ6",
  "a3ViZXJuZXRlcy5pb",
  "t1YmVybmV0ZXMuaW",
  "rdWJlcm5ldGVzLmlv",
];

function isServiceAccounts(header = "", payload = ""): boolean {
  return header.includes("eyJ") && payload.startsWith("eyJ") && CLAIMS.some((one) => payload.includes(one));
}
