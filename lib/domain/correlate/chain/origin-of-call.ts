import type { CallerClass } from "../attempt";
import { isInstanceSession } from "../caller-class";
import type { NameSource } from "./name-source";
import type { HopEvent } from "./hop-event";
import type { Named } from "./origins";
import { sessionNameOf } from "./session-name";

/** The origin that a call names: whoever made it without credentials of AWS's. null = it was made with such. */
export function originOfCall(event: HopEvent): Named | null {
  const { by, details } = event;
  if (by.type === "SAMLUser" || event.kind === "assume-role-with-saml")
    return named("person", details.subject ?? by.userName, "saml-subject");
  if (by.type === "WebIdentityUser" || event.kind === "assume-role-with-web-identity")
    return webIdentityOf(event);
  if (event.kind === "roles-anywhere") return certificateOf(event);
  if (by.type === "IdentityCenterUser" || event.kind === "user-authentication")
    return named("person", details.subject, "sign-in");
  return by.service === null ? null : serviceOf(event, by.service);
}

function named(kind: CallerClass, name: string | null, nameFrom: NameSource): Named {
  return { kind, name, nameFrom: name === null ? null : nameFrom };
}

/** In the host's name: a realm of another provider may be called like one of them. */
const CI_ISSUERS = ["token.actions.githubusercontent.com", "gitlab", "circleci", "buildkite", "bitbucket"];

/** Google's tokens name people and machines alike, and an identity pool of Cognito also takes guests. */
function webIdentityOf({ by, details }: HopEvent): Named {
  const subject = details.subject ?? by.userName;
  const provider = details.provider ?? by.provider ?? "";
  const of = (kind: CallerClass) => named(kind, subject, "web-identity-subject");
  if (subject?.startsWith("system:serviceaccount:")) return of("workload");
  if (CI_ISSUERS.some((issuer) => hostOf(provider).includes(issuer))) return of("ci");
  if (subject !== null && /^(repo|project_path|org|organization):/.test(subject)) return of("ci");
  return of(provider.includes("cognito-idp.") ? "person" : "unknown");
}

/** Of a provider as its ARN or its address. */
function hostOf(provider: string): string {
  return (provider.split("oidc-provider/").at(-1) ?? "").replace(/^https:\/\//, "").split("/", 1)[0] ?? "";
}

/** Services that take a role for somebody: the session's name, which they set, is his (facts: aws §4.2, §4.6). */
const ACTS_FOR: ReadonlyMap<string, CallerClass> = new Map([
  ["ec2.amazonaws.com", "node"],
  ["ssm.amazonaws.com", "node"],
  ["eks-fargate-pods.amazonaws.com", "node"],
  ["codebuild.amazonaws.com", "ci"],
  ["lambda.amazonaws.com", "workload"],
  ["ecs-tasks.amazonaws.com", "workload"],
  ["batch.amazonaws.com", "workload"],
  ["rolesanywhere.amazonaws.com", "workload"],
  ["pods.eks.amazonaws.com", "workload"],
]);
/** These act for instances, and also for themselves: only an instance's id tells which. */
const FOR_INSTANCES = new Set(["ec2.amazonaws.com", "ssm.amazonaws.com"]);

function serviceOf(event: HopEvent, service: string): Named {
  const { issued } = event;
  const { pod } = event.details;
  const session = issued === null ? null : sessionNameOf(issued);
  const kind = ACTS_FOR.get(service);
  const isForItself = FOR_INSTANCES.has(service) && !(session !== null && isInstanceSession(session));
  if (kind === undefined || isForItself) return named("aws", service, "service");
  if (service === "pods.eks.amazonaws.com" && pod?.namespace && pod.serviceAccount)
    return named("workload", `system:serviceaccount:${pod.namespace}:${pod.serviceAccount}`, "pod-tags");
  if (service === "rolesanywhere.amazonaws.com") return certificateOf(event);
  return named(kind, session, "session-name");
}

/**
 * IAM Roles Anywhere is AWS's way in for workloads outside of it, and a certificate tells no more. The source identity is
 * its subject, which the authority signed; the session's name its serial number.
 */
function certificateOf({ issued, details: { sourceIdentity } }: HopEvent): Named {
  if (sourceIdentity !== null) return named("workload", sourceIdentity, "source-identity");
  return named("workload", issued === null ? null : sessionNameOf(issued), "session-name");
}
