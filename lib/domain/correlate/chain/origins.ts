import type { PrincipalType } from "../../identity/canonicalize-arn";
import { readPrincipal } from "../../identity/principal";
import type { IssueDetails } from "../../parse/cloudtrail-record";
import { isInstanceSession } from "../caller-class";
import type { NameSource, OriginKind } from "./chain";
import type { Credentials } from "./credentials";
import type { HopEvent } from "./hop-event";

/** Who an origin is, without how sure that is. */
export interface Named {
  readonly kind: OriginKind;
  readonly name: string | null;
  readonly nameFrom: NameSource | null;
}

/**
 * The origin that credentials name by themselves, as AWS recorded them; null = it stands before them. An Identity
 * Center role's session is named by Identity Center, since no one else may take such a role; an instance's session is
 * its own where the metadata service gave it out.
 */
export function originOfCredentials(credentials: Credentials): Named | null {
  const { type, accessKeyId, userName, accountId, userId } = credentials;
  const session = sessionNameOf(credentials);
  if (type === "IAMUser" || (type === "" && principalTypeOf(credentials) === "USER"))
    return { kind: "person", name: userName ?? nameAtEnd(credentials.arn), nameFrom: "iam-user" };
  const isRoot = type === "Root" || (type === "" && principalTypeOf(credentials) === "ROOT");
  if (isRoot && !accessKeyId?.startsWith("ASIA"))
    return { kind: "root", name: accountId, nameFrom: "account" };
  if (type === "FederatedUser" && credentials.issuerArn !== null)
    return { kind: "person", name: nameAtEnd(credentials.issuerArn), nameFrom: "iam-user" };
  if (isServiceLinked(credentials)) return { kind: "aws", name: credentials.arn, nameFrom: "service" };
  if (portalRoleOf(credentials) !== null || userId !== null)
    return { kind: "person", name: session, nameFrom: "identity-center-session" };
  if (credentials.isFromInstanceMetadata && session !== null && isInstanceSession(session))
    return { kind: "node", name: session, nameFrom: "session-name" };
  return null;
}

/** The origin that a call names: whoever made it without credentials of AWS's. null = it was made with such. */
export function originOfCall(event: HopEvent): Named | null {
  const { by, details } = event;
  if (by.type === "SAMLUser" || event.kind === "assume-role-with-saml")
    return { kind: "person", name: details.subject ?? by.userName, nameFrom: "saml-subject" };
  if (by.type === "WebIdentityUser" || event.kind === "assume-role-with-web-identity")
    return webIdentityOf(event);
  if (by.type === "IdentityCenterUser" || event.kind === "user-authentication")
    return { kind: "person", name: details.subject, nameFrom: details.subject === null ? null : "sign-in" };
  return by.service === null ? null : serviceOf(event, by.service);
}

/** What is left where the chain ends early: what the session's own name claims. */
export function originClaimed(credentials: Credentials): Named {
  const session = sessionNameOf(credentials);
  const claimed = { name: session, nameFrom: session === null ? null : ("session-name" as const) };
  if (credentials.type === "Root") return { kind: "root", name: credentials.accountId, nameFrom: "account" };
  if (session !== null && isInstanceSession(session)) return { kind: "node", ...claimed };
  return { kind: "unknown", ...claimed };
}

/** `session` of `AROA…:session` or of `…assumed-role/role/session`. */
export function sessionNameOf({ principalId, arn, type }: Credentials): string | null {
  if (type === "FederatedUser") return null;
  const colon = principalId?.indexOf(":") ?? -1;
  if (principalId !== null && colon > 0) return principalId.slice(colon + 1);
  return arn?.includes(":assumed-role/") ? nameAtEnd(arn) : null;
}

/** Only the AWS service that a service-linked role belongs to can take it. */
function isServiceLinked({ arn, issuerArn }: Credentials): boolean {
  return (
    issuerArn?.includes(":role/aws-service-role/") ??
    arn?.includes(":assumed-role/AWSServiceRoleFor") ??
    false
  );
}

/** Permission set and account of an Identity Center role; null = it is none (facts: aws §4.5). The path is AWS's alone. */
export function portalRoleOf({ arn, issuerArn }: Credentials): IssueDetails["portalRole"] {
  if (issuerArn !== null && !issuerArn.includes(":role/aws-reserved/sso.amazonaws.com/")) return null;
  const principal = arn === null ? null : readPrincipal(arn);
  if (principal?.type !== "ASSUMED_ROLE") return null;
  const name = /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/.exec(principal.name)?.[1];
  return name === undefined ? null : { name, accountId: principal.accountId };
}

const CI_ISSUERS = ["token.actions.githubusercontent.com", "gitlab", "circleci", "buildkite", "bitbucket"];

function webIdentityOf({ by, details }: HopEvent): Named {
  const name = details.subject ?? by.userName;
  const provider = details.provider ?? by.provider ?? "";
  const subject = { name, nameFrom: "web-identity-subject" as const };
  if (name?.startsWith("system:serviceaccount:")) return { kind: "workload", ...subject };
  if (CI_ISSUERS.some((issuer) => provider.includes(issuer))) return { kind: "ci", ...subject };
  if (name !== null && /^(repo|project_path|org|organization):/.test(name)) return { kind: "ci", ...subject };
  const isOfPeople = provider.includes("accounts.google.com") || provider.includes("cognito");
  return { kind: isOfPeople ? "person" : "unknown", ...subject };
}

/** Services that take a role for somebody: the session's name, which they set, is his (facts: aws §4.2, §4.6). */
const ACTS_FOR: Readonly<Record<string, OriginKind>> = {
  "ec2.amazonaws.com": "node",
  "ssm.amazonaws.com": "node",
  "eks-fargate-pods.amazonaws.com": "node",
  "codebuild.amazonaws.com": "ci",
  "lambda.amazonaws.com": "workload",
  "ecs-tasks.amazonaws.com": "workload",
  "batch.amazonaws.com": "workload",
  "rolesanywhere.amazonaws.com": "workload",
  "pods.eks.amazonaws.com": "workload",
};

function serviceOf({ issued, details }: HopEvent, service: string): Named {
  const kind = ACTS_FOR[service];
  if (kind === undefined) return { kind: "aws", name: service, nameFrom: "service" };
  const { pod } = details;
  if (pod?.namespace && pod.serviceAccount) {
    const name = `system:serviceaccount:${pod.namespace}:${pod.serviceAccount}`;
    return { kind: "workload", name, nameFrom: "pod-tags" };
  }
  const colon = issued?.principalId?.indexOf(":") ?? -1;
  const session = colon < 0 ? null : (issued?.principalId?.slice(colon + 1) ?? null);
  return { kind, name: session, nameFrom: "session-name" };
}

function principalTypeOf({ arn }: Credentials): PrincipalType | null {
  return arn === null ? null : (readPrincipal(arn)?.type ?? null);
}

function nameAtEnd(arn: string | null): string | null {
  return arn === null ? null : arn.slice(arn.lastIndexOf("/") + 1);
}
