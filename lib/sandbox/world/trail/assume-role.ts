import { HOUR } from "../calendar";
import { type Role, roleArn } from "../organisation/roles";
import type { Json, JsonObject, Session } from "../sessions/session";
import type { WorldEvent } from "../world-day";
import { issuedCredentials, issuedResources, roleResource } from "./issued-credentials";
import { recordCall } from "./record";
import { globalSts, hostHeader, regionalSts, stsRequestDetails } from "./sts-host";

export interface RoleTaken {
  readonly timeMs: number;
  /** Where the role is asked for. */
  readonly region: string;
  readonly role: Role;
  readonly sessionName: string;
  readonly accessKeyId: string;
  readonly key: string;
  readonly eventId?: string;
  readonly requestId?: string;
}

/** AssumeRole by somebody's credentials: role chaining. */
export function recordAssumeRole(by: Session, taken: RoleTaken): WorldEvent {
  const host = by.global ? globalSts(by.region) : regionalSts(by.region);
  return recordIssue(taken, {
    eventName: "AssumeRole",
    identity: by.identity,
    ip: by.ip,
    agent: by.agent,
    username: by.sessionName || by.person,
    region: host.region,
    additional: stsRequestDetails(host, { ...taken, precise: true }),
    host: hostHeader(host),
    lifeMs: HOUR,
  });
}

/** AssumeRole by an AWS service: EC2 for a node's credentials, pods.eks for EKS Pod Identity. */
export function recordServiceAssumeRole(
  service: string,
  taken: RoleTaken,
  request: JsonObject = { durationSeconds: 21_600 },
): WorldEvent {
  return recordIssue(taken, {
    eventName: "AssumeRole",
    identity: { type: "AWSService", invokedBy: service },
    ip: service,
    agent: service,
    username: null,
    region: taken.region,
    request,
    version: "1.08",
    host: null,
    lifeMs: 6 * HOUR,
  });
}

interface IssueForm {
  readonly eventName: string;
  readonly identity: JsonObject;
  readonly ip: string;
  readonly agent: string;
  readonly username: string | null;
  readonly region: string;
  readonly additional?: JsonObject;
  readonly version?: string;
  readonly host: string | null;
  readonly request?: JsonObject;
  readonly response?: JsonObject;
  readonly moreResources?: readonly JsonObject[];
  readonly lifeMs: number;
}

/** A record of the AssumeRole family that issued a key. */
export function recordIssue(taken: RoleTaken, form: IssueForm): WorldEvent {
  const issue = { ...taken, expiresMs: taken.timeMs + form.lifeMs };
  const request: { [key: string]: Json } = {
    roleArn: roleArn(taken.role),
    roleSessionName: taken.sessionName,
    ...form.request,
  };
  return recordCall({
    ...form,
    accountId: taken.role.accountId,
    timeMs: taken.timeMs,
    eventSource: "sts.amazonaws.com",
    request,
    response: { ...issuedCredentials(issue), ...form.response },
    recordResources: [roleResource(taken.role), ...(form.moreResources ?? [])],
    resources: issuedResources(issue),
    key: taken.key,
    ...(taken.eventId !== undefined && { eventId: taken.eventId }),
    ...(taken.requestId !== undefined && { requestId: taken.requestId }),
  });
}

/** AssumeRole that IAM refused: no key, no resources. */
export function recordDeniedAssumeRole(by: Session, taken: RoleTaken): WorldEvent {
  const target = roleArn(taken.role);
  const host = regionalSts(by.region);
  return recordCall({
    accountId: by.accountId,
    timeMs: taken.timeMs,
    eventName: "AssumeRole",
    eventSource: "sts.amazonaws.com",
    region: host.region,
    identity: by.identity,
    ip: by.ip,
    agent: by.agent,
    error: {
      code: "AccessDenied",
      message: `User: ${by.arn} is not authorized to perform: sts:AssumeRole on resource: ${target}`,
    },
    request: { roleArn: target, roleSessionName: taken.sessionName, durationSeconds: 3600 },
    response: null,
    additional: stsRequestDetails(host, { ...taken, precise: true }),
    host: host.name,
    username: by.sessionName || by.person,
    key: taken.key,
  });
}
