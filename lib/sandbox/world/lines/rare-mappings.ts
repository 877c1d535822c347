import type { Dialect } from "../organisation/clusters";
import type { RareRefusal } from "./rare-refusals";

const NEW: readonly Dialect[] = ["current", "middle"];
const NOT_OLDEST: readonly Dialect[] = ["current", "middle", "older"];
const NODE = "i-0b7e91c4d2a5f3086";
const USERNAME = `error rendering username template "system:node:{{EC2PrivateDNSName}}": `;
const EC2 =
  "operation error EC2: DescribeInstances, https response error StatusCode: 403, RequestID: 0f9d2c1b-EXAMPLE";

/** STS knows the caller, the mapping fails (facts: authenticator §2.3); some end in a blank, as the source has it. */
export const RARE_MAPPINGS: readonly RareRefusal[] = [
  mapping(
    "template",
    NOT_OLDEST,
    `mapper EKSConfigMap renderTemplates error: ${USERNAME}SessionName did not contain an instance id`,
  ),
  mapping(
    "template",
    NOT_OLDEST,
    `mapper EKSConfigMap renderTemplates error: error rendering group template "nodes-{{EC2PrivateDNSName}}": SessionName did not contain an instance id`,
  ),
  mapping(
    "EC2 refuses",
    NOT_OLDEST,
    `mapper EKSConfigMap renderTemplates error: ${USERNAME}failed querying private DNS from EC2 API for node ${NODE}: ${EC2}, api error UnauthorizedOperation: You are not authorized to perform this operation. `,
  ),
  mapping(
    "no DNS name yet",
    NOT_OLDEST,
    `mapper EKSConfigMap renderTemplates error: ${USERNAME}failed to find node ${NODE} `,
  ),
  mapping(
    "EC2 is slow",
    NOT_OLDEST,
    `mapper EKSConfigMap renderTemplates error: ${USERNAME}failed to find node ${NODE} in PrivateDNSNameCache returning from loop`,
  ),
  mapping("renamed user", NEW, "mapper DynamicFile Map error: ARN does not match User ID"),
  mapping(
    "two back-ends",
    NEW,
    "[mapper DynamicFile Map error: ARN does not match User ID, mapper EKSConfigMap Map error: ARN does not match User ID]",
  ),
  mapping(
    "reserved prefix",
    ["current"],
    "invalid username 'system:admin' for mapper DynamicFile: username must not begin with with the following prefixes: [aws: iam: amazon: system: eks:]",
  ),
  mapping("old mapping", ["oldest"], "failed mapping username: username or group is not a DNS-1123 hostname"),
  mapping("old mapping", ["oldest"], "failed mapping group: username or group is not a DNS-1123 hostname"),
  mapping("old mapping", ["oldest"], "username or group is not a DNS-1123 hostname"),
];

function mapping(story: string, spokenBy: readonly Dialect[], text: string): RareRefusal {
  return { story, spokenBy, error: () => text };
}
