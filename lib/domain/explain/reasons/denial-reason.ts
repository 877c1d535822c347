import type { ReasonCode } from "./registry";

/** By how the authenticator's error text begins, once its own prefixes are off. First match wins. */
const STARTS: readonly (readonly [start: string, code: ReasonCode])[] = [
  ["X-Amz-Date parameter is expired", "token-expired"],
  ['token is missing expected "k8s-aws-v1." prefix', "token-not-eks"],
  ["token is too large", "token-too-large"],
  ["illegal base64 data", "token-damaged"],
  ['parse "', "token-damaged"],
  ["unexpected scheme", "token-malformed"],
  ["could not parse region for pre-signed URL", "sts-host-missing"],
  ["host is empty", "sts-host-missing"],
  ["invalid host format", "sts-host-missing"],
  ["unexpected hostname", "sts-host-refused"],
  ["global endpoint unsupported", "sts-global-unsupported"],
  ["invalid region identifier", "sts-region-invalid"],
  ["partition {", "other-partition"],
  ["client did not sign the x-k8s-aws-id header", "token-without-cluster"],
  ["duplicate query parameter", "token-parameter-repeated"],
  ["query parameter with multiple values", "token-parameter-repeated"],
  ["unexpected path", "token-malformed"],
  ["malformed query parameter", "token-malformed"],
  ["non-whitelisted query parameter", "token-malformed"],
  ["unexpected action parameter", "token-malformed"],
  ["invalid X-Amz-Expires", "token-malformed"],
  ["X-Amz-Date parameter must be present", "token-malformed"],
  ["error parsing X-Amz-Date", "token-malformed"],
  ["error during GET", "sts-unreachable"],
  ["error reading HTTP result", "sts-answer-broken"],
  ["invalid character", "sts-answer-broken"],
  ["malformed UserID", "identity-unreadable"],
  ["arn '", "identity-unreadable"],
  ["unrecognized resource", "identity-unreadable"],
  ["assumed-role arn '", "identity-unreadable"],
  ["invalid username '", "username-reserved"],
  ["username or group is not a DNS-1123 hostname", "username-no-dns-name"],
];

/** What STS said, by its error code. */
const STS_CODES: ReadonlyMap<string, ReasonCode> = new Map([
  ["InvalidClientTokenId", "key-unknown"],
  ["SignatureDoesNotMatch", "signature-mismatch"],
  ["ExpiredToken", "credentials-expired"],
  ["AccessDenied", "sts-refused"],
  ["RegionDisabledException", "sts-region-disabled"],
  ["Throttling", "sts-throttled"],
]);

const PREFIXES = ["input token was not properly formatted: ", "sts getCallerIdentity failed: "];
const THROTTLED = "sts getCallerIdentity was throttled: ";
const FROM_AWS = "error from AWS (expected 200, got ";
const NO_IDENTITY_SERVICE = " is not a valid service for identities";
const BODY = 'Body: {"Error":{"Code":"';

/** Why the authenticator denied, by its error text; null = this text is of no version that is known. Linear. */
export function reasonOfDenial(error: string): ReasonCode | null {
  if (error.startsWith(THROTTLED)) return "sts-throttled";
  const prefix = PREFIXES.find((one) => error.startsWith(one)) ?? "";
  const text = error.slice(prefix.length);
  if (text.startsWith(FROM_AWS)) return reasonOfAnswer(text);
  if (text.includes(NO_IDENTITY_SERVICE)) return "identity-unreadable";
  return reasonOfMapping(text) ?? STARTS.find(([start]) => text.startsWith(start))?.[1] ?? null;
}

/** The code stands at a fixed place; the rest of the body may quote the caller. */
function reasonOfAnswer(text: string): ReasonCode {
  const at = text.indexOf(BODY);
  const from = at + BODY.length;
  const code = at < 0 ? "" : text.slice(from, text.indexOf('"', from));
  if (code === "SignatureDoesNotMatch" && text.startsWith(NOT_YET, from + code.length)) {
    return "signature-not-yet-current";
  }
  return STS_CODES.get(code) ?? "sts-answered-otherwise";
}

/** How STS's own message goes on. */
const NOT_YET = '","Message":"Signature not yet current';

function reasonOfMapping(text: string): ReasonCode | null {
  // Several back-ends failed: "[e1, e2]".
  const first = text.startsWith("[") ? text.slice(1) : text;
  if (/^(identity|Identity|ARN) is not mapped/.test(first)) return "not-mapped";
  if (/^failed mapping (username|group): /.test(first)) return reasonOfOldTemplate(first);
  if (!first.startsWith("mapper ")) return null;
  if (first.includes("Map error: ARN does not match User ID")) return "principal-renamed";
  return first.includes("renderTemplates error: ") ? reasonOfTemplate(first) : null;
}

/** Authenticators before 0.5 put these words before whatever went wrong with a name. */
function reasonOfOldTemplate(text: string): ReasonCode {
  return text.includes("is not a DNS-1123 hostname") ? "username-no-dns-name" : reasonOfTemplate(text);
}

function reasonOfTemplate(text: string): ReasonCode {
  if (text.includes("SessionName did not contain an instance id")) return "not-an-instance";
  if (text.includes("failed querying private DNS from EC2 API")) {
    return text.includes("InvalidInstanceID") ? "instance-not-found" : "ec2-refused";
  }
  return text.includes("failed to find node") ? "instance-unnamed" : "template-failed";
}
