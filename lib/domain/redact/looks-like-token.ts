import { decodedView } from "./decoded-view";

/**
 * What lets somebody in for a while: a bearer token of EKS, the signature or session token of a signed URL, a service
 * account's web token. Also within a link, escaped once or more, and within JSON (facts: security §3.3).
 */
const TOKENS: readonly RegExp[] = [
  /k8s-aws-v1\.[\w-]{20}/i,
  /x-amz-signature["']?\s{0,4}[=:]\s{0,4}["']?[0-9a-f]{64}/i,
  /x-amz-security-token["']?\s{0,4}[=:]\s{0,4}["']?[\w%+/=-]{16}/i,
  /eyJ[\w-]{10,4096}\.eyJ[\w-]{10,4096}\.[\w-]{16}/,
];

/** Linear: nothing is tried again over more than a few thousand characters. */
export function looksLikeToken(text: string): boolean {
  if (!MARKS.test(text)) return false;
  const plain = decodedView(text).text;
  return (
    TOKENS.some((token) => token.test(plain)) || (plain !== text && TOKENS.some((token) => token.test(text)))
  );
}

/** What every one of them holds a piece of, however it is escaped: most texts are done with here. */
const MARKS = /k8s-aws|amz-s|eyJ|%|\\u00/i;
