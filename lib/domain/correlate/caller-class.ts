import { roleNameOf } from "../identity/principal";
import type { Caller, CallerClass, KubernetesIdentity } from "./attempt";

/**
 * Who stands behind a caller, as far as one attempt's lines tell (facts: authenticator §6.7). Conservative: what a
 * mapping or a caller can imitate alone is no proof, and what is not proved is "unknown".
 *
 * - root: the account's root user.
 * - aws: EKS's own roles. `AWSWesleyClusterManagerLambda…` counts with an `eks:` username or when denied, unless the
 *   account's own trail recorded the call: EKS's account is nobody else's. An `eks:` username by itself does not, since
 *   aws-auth may give it to anybody.
 * - node: a `system:node:` username whose session is an instance (`i-…`, `mi-…`), or Fargate's. A person who took the
 *   node role is none; neither is a denied instance, which may be a bastion as well as a node, and is never folded away.
 * - person: an Identity Center role, or a session or user name that is an e-mail address (chosen by the caller).
 * - ci, workload: by the session and role names that CI systems and EKS Pod Identity write, no further.
 * - unknown: all else. An IAM user's long-lived key may be a human's or a robot's; sessions such as `EKSGetTokenAuth`
 *   or `botocore-session-…` are made by tools, and the person is only in CloudTrail.
 */
export function classifyCaller(
  caller: Caller | null,
  kubernetes: KubernetesIdentity | null,
  isRecorded = false,
): CallerClass {
  if (caller === null) return isScrubbedAws(kubernetes) ? "aws" : "unknown";
  const arn = caller.canonicalArn ?? "";
  if (arn.endsWith(":root")) return "root";
  const role = roleNameOf(arn);
  const session = caller.sessionName;
  if (isAwsRole(role, kubernetes, isRecorded)) return "aws";
  if (isNode(session, kubernetes)) return "node";
  if (role.startsWith("AWSReservedSSO_") || isEmail(session ?? "") || isEmail(role)) return "person";
  if (isPodSession(session ?? "")) return "workload";
  if (isCiSession(session ?? "") || isCiRole(arn, role)) return "ci";
  return "unknown";
}

/** AWS's own accounts are scrubbed from the log; their uid has no account, which no mapping can bring about. */
function isScrubbedAws(kubernetes: KubernetesIdentity | null): boolean {
  const uid = kubernetes?.uid ?? "";
  return uid.startsWith("aws-iam-authenticator:administrative:") && hasEksName(kubernetes);
}

/** Service-linked: whoever has EKS in an account has this role there, and cannot make another of that name. */
const EKS_ROLE = "AWSServiceRoleForAmazonEKS";

function isAwsRole(role: string, kubernetes: KubernetesIdentity | null, isRecorded: boolean): boolean {
  if (role === EKS_ROLE) return true;
  if (isRecorded || !role.startsWith("AWSWesleyClusterManagerLambda")) return false;
  return kubernetes === null || hasEksName(kubernetes);
}

function hasEksName(kubernetes: KubernetesIdentity | null): boolean {
  return kubernetes?.username.startsWith("eks:") ?? false;
}

function isNode(session: string | null, kubernetes: KubernetesIdentity | null): boolean {
  if (!kubernetes?.username.startsWith("system:node:")) return false;
  if (kubernetes.username.startsWith("system:node:fargate-")) return true;
  // Logs without STS responses do not tell the session; the group is then the second sign.
  if (session === null) return kubernetes.groups.includes("system:nodes");
  return isInstanceSession(session);
}

/** `i-0123456789abcdef0`, or a hybrid node's `mi-…`. */
export function isInstanceSession(session: string): boolean {
  return /^m?i-[0-9a-f]{8,17}$/.test(session);
}

/** Looks like an address; nobody has proved that it is his. */
export function isEmail(text: string): boolean {
  const at = text.indexOf("@");
  return at > 0 && text.lastIndexOf(".") > at + 1 && !text.endsWith(".");
}

/** EKS Pod Identity: `eks-<cluster>-<pod>-<uuid>`. */
function isPodSession(session: string): boolean {
  return session.startsWith("eks-") && /-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(session.slice(-37));
}

function isCiSession(session: string): boolean {
  return session === "GitHubActions" || /^(github|gitlab|circleci|buildkite|jenkins)[-_.]/i.test(session);
}

const CI_WORDS = new Set(["github", "gitlab", "circleci", "buildkite", "jenkins", "bitbucket", "ci", "cicd"]);

function isCiRole(arn: string, role: string): boolean {
  const words = role
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  return arn.includes(":role/") && words.some((word) => CI_WORDS.has(word));
}
