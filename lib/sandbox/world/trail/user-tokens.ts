import { HOUR, MINUTE, usProse } from "../calendar";
import type { JsonObject, Session } from "../sessions/session";
import type { WorldEvent } from "../world-day";
import { recordCall } from "./record";
import { regionalSts, stsRequestDetails } from "./sts-host";

interface TokenAsked {
  readonly timeMs: number;
  readonly accessKeyId: string;
}

/** GetSessionToken with a second factor (facts: AWS §4.7). */
export function recordSessionToken(by: Session, asked: TokenAsked, serialNumber: string): WorldEvent {
  return recordToken(by, asked, {
    eventName: "GetSessionToken",
    request: { serialNumber, durationSeconds: 43_200 },
    response: {},
    lifeMs: 12 * HOUR,
  });
}

/** GetFederationToken: `account:name` is then the caller (facts: AWS §4.7). */
export function recordFederationToken(by: Session, asked: TokenAsked, name: string): WorldEvent {
  const arn = `arn:aws:sts::${by.accountId}:federated-user/${name}`;
  return recordToken(by, asked, {
    eventName: "GetFederationToken",
    request: { name, durationSeconds: 43_200 },
    response: { federatedUser: { federatedUserId: `${by.accountId}:${name}`, arn }, packedPolicySize: 4 },
    lifeMs: 12 * HOUR,
    resources: [{ ResourceType: "AWS::STS::FederatedUser", ResourceName: arn }],
  });
}

/** AssumeRoot of a member account: at most a quarter of an hour (facts: AWS §4.7). */
export function recordAssumeRoot(by: Session, asked: TokenAsked, targetPrincipal: string): WorldEvent {
  const taskPolicyArn = { arn: "arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials" };
  return recordToken(by, asked, {
    eventName: "AssumeRoot",
    request: { targetPrincipal, taskPolicyArn },
    response: {},
    lifeMs: 15 * MINUTE,
  });
}

interface TokenForm {
  readonly eventName: string;
  readonly request: JsonObject;
  readonly response: JsonObject;
  readonly lifeMs: number;
  readonly resources?: WorldEvent["resources"];
}

function recordToken(by: Session, { timeMs, accessKeyId }: TokenAsked, form: TokenForm): WorldEvent {
  const host = regionalSts(by.region);
  const { eventName, request, response, lifeMs, resources = [] } = form;
  const expiration = usProse(timeMs + lifeMs);
  return recordCall({
    accountId: by.accountId,
    timeMs,
    eventName,
    eventSource: "sts.amazonaws.com",
    region: host.region,
    identity: by.identity,
    ip: by.ip,
    agent: by.agent,
    request,
    response: {
      credentials: { accessKeyId, sessionToken: "IQoJb3JpZ2luX2VjEXAMPLE", expiration },
      ...response,
    },
    additional: stsRequestDetails(host, { timeMs, key: accessKeyId, precise: true }),
    resources: [{ ResourceType: "AWS::IAM::AccessKey", ResourceName: accessKeyId }, ...resources],
    host: host.name,
    readOnly: false,
    username: by.sessionName || by.origin.name,
    key: accessKeyId,
  });
}
