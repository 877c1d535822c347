import type { CloudTrailRecord } from "../cloudtrail-record";
import { type JsonObject, objectOf, textOf } from "../json-fields";
import { parseJson } from "../parse-json";
import { policyKey, type ConfigurationMark, type MarkAuthor } from "./configuration-mark";
import { readEntryOfEvent, readPolicyOfEvent } from "./read-entry-of-event";

export const EKS_SERVICE = "eks.amazonaws.com";

/** The events of EKS that change who gets in. Source: facts, AWS §4.8. */
export const CONFIGURATION_EVENTS = [
  "CreateAccessEntry",
  "UpdateAccessEntry",
  "DeleteAccessEntry",
  "AssociateAccessPolicy",
  "DisassociateAccessPolicy",
  "UpdateClusterConfig",
  "CreateCluster",
] as const;
type EventName = (typeof CONFIGURATION_EVENTS)[number];

/** Of which cluster of the event's account and Region, and what it tells. */
export interface EventMarks {
  readonly cluster: string;
  readonly marks: readonly ConfigurationMark[];
}

type Told = Pick<ConfigurationMark, "part" | "key" | "tells" | "value">;
type Read = (request: JsonObject, response: JsonObject, record: CloudTrailRecord) => Told | null;

/** What an event of EKS did to a cluster's configuration; null = nothing. A request that failed did nothing. */
export function marksOfEvent(record: CloudTrailRecord, text: string): EventMarks | null {
  const { eventSource, eventName, errorCode, timeMs } = record;
  if (eventSource !== EKS_SERVICE || errorCode !== null || !isOurs(eventName)) return null;
  const json = parseJson(text);
  const { requestParameters, responseElements } = json.ok ? objectOf(json.value) : {};
  const request = objectOf(requestParameters);
  const cluster = textOf(request.name) ?? textOf(request.clusterName);
  const told = READ[eventName](request, objectOf(responseElements), record);
  if (cluster === null || told === null) return null;
  return { cluster, marks: [{ ...told, timeMs, by: authorOf(record) }] };
}

/** Whether a service's event is one of those. */
export function isConfigurationEvent({
  eventSource,
  eventName,
}: Pick<CloudTrailRecord, "eventSource" | "eventName">): boolean {
  return eventSource === EKS_SERVICE && isOurs(eventName);
}

function isOurs(name: string): name is EventName {
  return (CONFIGURATION_EVENTS as readonly string[]).includes(name);
}

const READ: Readonly<Record<EventName, Read>> = {
  CreateAccessEntry: (request, response) => entry("created", request, response),
  UpdateAccessEntry: (request, response) => entry("set", request, response),
  DeleteAccessEntry: (request) => removed("access-entry", decoded(request.principalArn)),
  AssociateAccessPolicy: policy,
  DisassociateAccessPolicy: disassociated,
  UpdateClusterConfig: ({ accessConfig }) => mode("set", accessConfig),
  CreateCluster: creator,
};

function entry(tells: "created" | "set", request: JsonObject, response: JsonObject): Told | null {
  const principal = decoded(request.principalArn);
  const value = principal === null ? null : readEntryOfEvent(principal, request, response);
  if (principal === null) return null;
  // Of an update that is not answered whole, what else there was is not known.
  if (value === null) return { part: "access-entry", key: principal, tells: "touched", value: null };
  return { part: "access-entry", key: principal, tells, value: JSON.stringify(value) };
}

function policy(request: JsonObject, response: JsonObject): Told | null {
  const principal = decoded(request.principalArn);
  const value = readPolicyOfEvent(request, response);
  if (principal === null || value === null) return null;
  const key = policyKey(principal, value.policyArn);
  return { part: "access-policy", key, tells: "set", value: JSON.stringify(value) };
}

function disassociated(request: JsonObject): Told | null {
  const [principal, policyArn] = [decoded(request.principalArn), decoded(request.policyArn)];
  const isWhole = principal !== null && policyArn !== null;
  return isWhole ? removed("access-policy", policyKey(principal, policyArn)) : null;
}

function mode(tells: "set", accessConfig: unknown): Told | null {
  const value = textOf(objectOf(accessConfig).authenticationMode);
  return value === null ? null : { part: "mode", key: "", tells, value };
}

function creator({ accessConfig }: JsonObject, _: JsonObject, { identity }: CloudTrailRecord): Told | null {
  const { authenticationMode, bootstrapClusterCreatorAdminPermissions: isAdmin } = objectOf(accessConfig);
  const arn = identity.sessionIssuer?.arn ?? identity.arn;
  if (arn === null) return null;
  const value = { arn, mode: textOf(authenticationMode), isAdmin: isAdmin !== false };
  return { part: "creator", key: "", tells: "created", value: JSON.stringify(value) };
}

function removed(part: "access-entry" | "access-policy", key: string | null): Told | null {
  return key === null ? null : { part, key, tells: "removed", value: null };
}

/** What stands in the request's path is percent-encoded in the event. */
function decoded(value: unknown): string | null {
  const text = textOf(value);
  if (text?.includes("%") !== true) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function authorOf({ identity, sourceIp, userAgent }: CloudTrailRecord): MarkAuthor {
  return { arn: identity.arn, accessKeyId: identity.accessKeyId, username: null, sourceIp, userAgent };
}
