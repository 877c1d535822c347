/** Titles by how the authenticator's error text begins, once its own prefixes are off (facts: authenticator §2). First match wins. */
const TITLES: readonly (readonly [start: string, title: string])[] = [
  ["X-Amz-Date parameter is expired", "the token had expired (15 minutes)"],
  ['token is missing expected "k8s-aws-v1." prefix', "what was sent is no EKS token"],
  ["token is too large", "the token was longer than 4,096 bytes"],
  ["illegal base64 data", "the token was cut or re-encoded"],
  ['parse "', "the token holds no readable URL"],
  ["unexpected scheme", "the token's URL is not https"],
  ["could not parse region for pre-signed URL", "the token names no STS endpoint"],
  ["host is empty", "the token names no STS endpoint"],
  ["invalid host format", "the token names no STS endpoint"],
  ["unexpected hostname", "the token is for an STS endpoint that the cluster does not accept"],
  ["global endpoint unsupported", "the global STS endpoint does not serve this partition"],
  ["invalid region identifier", "the token is for a Region that does not exist"],
  ["partition {", "the token is for another AWS partition"],
  ["client did not sign the x-k8s-aws-id header", "the token does not name a cluster"],
  ["duplicate query parameter", "the token's URL repeats a parameter"],
  ["query parameter with multiple values", "the token's URL repeats a parameter"],
  ["unexpected path", "the token was not made by a correct client"],
  ["malformed query parameter", "the token was not made by a correct client"],
  ["non-whitelisted query parameter", "the token was not made by a correct client"],
  ["unexpected action parameter", "the token was not made by a correct client"],
  ["invalid X-Amz-Expires", "the token was not made by a correct client"],
  ["X-Amz-Date parameter must be present", "the token was not made by a correct client"],
  ["error parsing X-Amz-Date", "the token was not made by a correct client"],
  ["error during GET", "the cluster could not reach STS"],
  ["error reading HTTP result", "the cluster could not read STS's answer"],
  ["invalid character", "something other than STS answered"],
  ["malformed UserID", "STS named an identity the authenticator cannot read"],
  ["arn '", "STS named an identity the authenticator cannot read"],
  ["invalid username '", "the mapping leads to a reserved username"],
];

/** What STS said, by its error code. */
const STS_TITLES = new Map([
  ["InvalidClientTokenId", "AWS does not know the access key (any more)"],
  [
    "SignatureDoesNotMatch",
    "the signature did not match: a token for another cluster, or a wrong secret key",
  ],
  ["ExpiredToken", "the credentials had expired"],
  ["AccessDenied", "STS refused the call"],
  ["RegionDisabledException", "STS is not activated in that Region"],
  ["Throttling", "STS throttled the account"],
]);

const PREFIXES = ["input token was not properly formatted: ", "sts getCallerIdentity failed: "];
const THROTTLED = "sts getCallerIdentity was throttled: ";
const FROM_AWS = "error from AWS (expected 200, got ";
const BODY = 'Body: {"Error":{"Code":"';

/** A plain title for the error text of a denial, or null: show the text itself. `who` is whom no mapping was found for. */
export function denialTitle(error: string, who: string): string | null {
  if (error.startsWith(THROTTLED)) return "STS throttled the account";
  const prefix = PREFIXES.find((one) => error.startsWith(one)) ?? "";
  const text = error.slice(prefix.length);
  if (text.startsWith(FROM_AWS)) return stsTitle(text);
  return mappingTitle(text, who) ?? TITLES.find(([start]) => text.startsWith(start))?.[1] ?? null;
}

/** The code stands at a fixed place; the rest of the body may quote the caller. */
function stsTitle(text: string): string {
  const body = text.indexOf(BODY);
  const code = body < 0 ? "" : text.slice(body + BODY.length, text.indexOf('"', body + BODY.length));
  const status = text.slice(FROM_AWS.length, FROM_AWS.length + 3);
  return STS_TITLES.get(code) ?? `STS answered ${status}`;
}

function mappingTitle(text: string, who: string): string | null {
  // Several back-ends failed: "[e1, e2]".
  const first = text.startsWith("[") ? text.slice(1) : text;
  if (/^(identity|Identity|ARN) is not mapped/.test(first)) return `no mapping for ${who}`;
  if (!first.startsWith("mapper ")) return null;
  if (first.includes("Map error: ARN does not match User ID")) {
    return "its access entry names another ARN: the principal was renamed or moved";
  }
  return first.includes("renderTemplates error: ") ? templateTitle(first) : null;
}

function templateTitle(text: string): string {
  if (text.includes("SessionName did not contain an instance id")) {
    return "the mapping is for EC2 instances, and the session is none";
  }
  if (text.includes("failed querying private DNS from EC2 API")) {
    return "the cluster could not ask EC2 about the instance";
  }
  if (text.includes("failed to find node")) return "EC2 has no private DNS name for the instance";
  return "the mapping's template could not be filled in";
}
