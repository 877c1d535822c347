import { HOUR } from "../calendar";
import { createChance } from "../chance";
import { roleArn } from "../organisation/roles";
import type { JsonObject, Session } from "../sessions/session";
import type { WorldEvent } from "../world-day";
import { recordCall } from "./record";
import { type RoleTaken, recordIssue } from "./record-issue";
import { globalSts, hostHeader, regionalSts, stsRequestDetails } from "./sts-host";

/** AssumeRole by somebody's credentials: role chaining. Written in the caller's account. */
export function recordAssumeRole(by: Session, taken: RoleTaken, request: JsonObject = {}): WorldEvent {
  const abroad = by.accountId !== taken.role.accountId;
  return assumeRoleRecord(by, taken, {
    request,
    accountId: by.accountId,
    identity: by.identity,
    ...(abroad && sharedIds(taken)),
  });
}

/** The same call in the account of the role, which learns the caller's account and principal only (facts: AWS §4.2). */
export function recordAssumeRoleAbroad(by: Session, taken: RoleTaken, request: JsonObject = {}): WorldEvent {
  const { accountId } = taken.role;
  const principalId = by.sessionName === "" ? by.userId : `${by.userId}:${by.sessionName}`;
  const identity = { type: "AWSAccount", principalId, accountId: by.accountId };
  const eventId = createChance(`${taken.key}/${taken.timeMs}/abroad`).uuid();
  return assumeRoleRecord(
    by,
    { ...taken, eventId },
    {
      request,
      accountId,
      identity,
      ...sharedIds(taken),
    },
  );
}

/** Both records tell the one call by these. */
function sharedIds(taken: RoleTaken): { sharedEventId: string; requestId: string } {
  const chance = createChance(`${taken.key}/${taken.timeMs}/shared`);
  return { sharedEventId: chance.uuid(), requestId: chance.uuid() };
}

interface Recipient {
  readonly accountId: string;
  readonly identity: JsonObject;
  readonly request?: JsonObject;
  readonly sharedEventId?: string;
  readonly requestId?: string;
}

function assumeRoleRecord(by: Session, taken: RoleTaken, recipient: Recipient): WorldEvent {
  const host = by.global ? globalSts(by.region) : regionalSts(by.region);
  const own = recipient.accountId === by.accountId;
  return recordIssue(taken, {
    eventName: "AssumeRole",
    ...recipient,
    ip: by.ip,
    agent: by.agent,
    username: own ? by.sessionName || by.origin.name : null,
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
    username: by.sessionName || by.origin.name,
    key: taken.key,
  });
}
