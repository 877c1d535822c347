import { expect, test } from "vitest";
import { createWorld } from "./world";

const DAY = 86_400_000;
const NOON = Date.UTC(2026, 10, 18, 12);
const FORM = "input token was not properly formatted: ";
const STS = "sts getCallerIdentity failed: ";

/** Texts of facts/authenticator.md §2, by hand; as logrus quotes them. A pattern only where a part of it varies. */
const TEXTS: readonly (string | RegExp)[] = [
  `${FORM}token is too large"`,
  `${FORM}token is missing expected \\"k8s-aws-v1.\\" prefix"`,
  new RegExp(`${FORM}illegal base64 data at input byte \\d+"`),
  new RegExp(`${FORM}parse \\\\"https://[^"]+\\\\": `),
  `${FORM}unexpected scheme \\"http\\" in pre-signed URL"`,
  /formatted: could not parse region for pre-signed URL (\S+), invalid host format: \1"/,
  `${FORM}could not parse region for pre-signed URL , host is empty"`,
  /error="host is empty"/,
  /error="invalid host format: \S+"/,
  /formatted: unexpected hostname \\"\S+\\" in pre-signed URL"/,
  `${FORM}global endpoint unsupported in partition aws-cn"`,
  /formatted: invalid region identifier format provided: \S+"/,
  /formatted: partition \{aws\} does not support hostname \S+"/,
  `${FORM}unexpected path in pre-signed URL"`,
  `${FORM}malformed query parameter"`,
  /formatted: duplicate query parameter found: \\"\w+\\""/,
  /formatted: non-whitelisted query parameter \\"\S+\\""/,
  `${FORM}query parameter with multiple values not supported"`,
  `${FORM}unexpected action parameter in pre-signed URL"`,
  `${FORM}client did not sign the x-k8s-aws-id header in the pre-signed URL"`,
  `${FORM}invalid X-Amz-Expires parameter in pre-signed URL: 0"`,
  `${FORM}invalid X-Amz-Expires parameter in pre-signed URL: 3600"`,
  `${FORM}X-Amz-Date parameter must be present in pre-signed URL"`,
  /formatted: error parsing X-Amz-Date parameter \w+ into format 20060102T150405Z: /,
  /X-Amz-Date parameter is expired \(15 minute expiration\) \d{4}-\d\d-\d\d \d\d:\d\d:\d\d \+0000 UTC"/,

  /failed: error during GET: .* on (global|eu-west-1) endpoint"/,
  /failed: error during GET: (?!.* endpoint").*"/,
  `${STS}error reading HTTP result: unexpected EOF"`,
  /failed: error from AWS \(expected 200, got 403\) on (global|eu-west-1) endpoint\. Body: \{/,
  /failed: error from AWS \(expected 200, got 403\)\. Body: \{/,
  /failed: error from AWS \(expected 200, got 403\)"/,
  /failed: error from AWS \(expected 200, got 302\)/,
  `${STS}invalid character '<' looking for beginning of value"`,
  /failed: arn '\S+' is invalid: '[^']+'"/,
  /failed: unrecognized resource self for service sts"/,
  /failed: unrecognized resource group\/\S+ for service iam"/,
  /failed: arn '\S+' does not have a recognized partition"/,
  /failed: assumed-role arn '\S+' does not have a role"/,
  /failed: service ec2 in arn \S+ is not a valid service for identities"/,
  /failed: malformed UserID \\"\w+\\""/,
  ...["InvalidClientTokenId", "SignatureDoesNotMatch", "ExpiredToken", "AccessDenied"].map(
    (code) => `Body: {\\"Error\\":{\\"Code\\":\\"${code}\\",`,
  ),
  'Body: {\\"Error\\":{\\"Code\\":\\"RegionDisabledException\\",',
  /error="sts getCallerIdentity was throttled: .*Throttling.*Rate exceeded/,
  /failed: error from AWS \(expected 200, got 400\)\. Body: .*Throttling/,

  'error="identity is not mapped"',
  'error="Identity is not mapped"',
  'error="ARN is not mapped"',
  /error="ARN is not mapped: arn:aws:iam::111122223333:role\/[a-z0-9_-]+"/,
  'error="mapper DynamicFile Map error: ARN does not match User ID"',
  /error="\[mapper \w+ [^,]+, mapper \w+ [^\]]+\]"/,
  /error="mapper EKSConfigMap renderTemplates error: error rendering username template \\"\S+\\": SessionName did not contain an instance id"/,
  /error="mapper EKSConfigMap renderTemplates error: error rendering group template \\"\S+\\": SessionName did not contain an instance id"/,
  /failed querying private DNS from EC2 API for node i-\w+: .*UnauthorizedOperation.* "/,
  /failed querying private DNS from EC2 API for node i-\w+: .*InvalidInstanceID\.NotFound.* "/,
  /failed to find node i-\w+ "/,
  /failed to find node i-\w+ in PrivateDNSNameCache returning from loop"/,
  /error="invalid username '\S+' for mapper \w+: username must not begin with with the following prefixes: \[aws: [^\]]+\]"/,
  'error="failed mapping username: username or group is not a DNS-1123 hostname"',
  'error="failed mapping group: username or group is not a DNS-1123 hostname"',
  'error="username or group is not a DNS-1123 hostname"',
];

const world = createWorld(1);
const denied = world.clusters
  .flatMap(({ name }) => world.lines(name, { from: NOON - 14 * DAY, to: NOON }, NOON))
  .map((line) => line.message)
  .filter((message) => message.includes('level=warning msg="access denied"'));

test("every text of a denial occurs within two weeks", () => {
  expect(denied.length).toBeGreaterThan(200);
  const missing = TEXTS.filter(
    (text) => !denied.some((line) => (typeof text === "string" ? line.includes(text) : text.test(line))),
  );
  expect(missing).toEqual([]);
});
