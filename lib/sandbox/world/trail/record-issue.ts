import { type Role, roleArn } from "../organisation/roles";
import type { Json, JsonObject } from "../sessions/session";
import type { WorldEvent } from "../world-day";
import { issuedCredentials, issuedResources, roleResource } from "./issued-credentials";
import { recordCall } from "./record";

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

interface IssueForm {
  /** The role's, where not given. */
  readonly accountId?: string;
  readonly sharedEventId?: string;
  readonly requestId?: string;
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
    accountId: form.accountId ?? taken.role.accountId,
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
