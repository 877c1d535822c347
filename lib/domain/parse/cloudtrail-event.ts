import { parseInstant } from "../time/parse-instant";
import type { CloudTrailRecord } from "./cloudtrail-record";
import { readExtendedRequestTime } from "./extended-request-id";
import { asObject, booleanAt, type JsonObject, objectAt, textAt } from "./json-fields";
import type { Reject } from "./reject";
import { readUserIdentity } from "./user-identity";

export type CloudTrailReading =
  | { readonly ok: true; readonly record: CloudTrailRecord }
  | { readonly ok: false; readonly reject: Reject };

/** Reads the JSON text of one CloudTrail record, event versions 1.x. The text itself is never changed. */
export function readCloudTrailRecord(text: string): CloudTrailReading {
  try {
    return readCloudTrailValue(JSON.parse(text));
  } catch (error) {
    return rejected("not-json", jsonProblem(error), jsonPosition(error));
  }
}

/** The same for JSON that is parsed already. A record without id, name, source or time is refused. */
export function readCloudTrailValue(value: unknown): CloudTrailReading {
  const json = asObject(value);
  if (json === null) return rejected("wrong-shape", "a CloudTrail record is a JSON object");
  const eventId = textAt(json, "eventID");
  const eventName = textAt(json, "eventName");
  const eventSource = textAt(json, "eventSource");
  const time = textAt(json, "eventTime");
  const timeMs = time === null ? null : readEventTime(time);
  if (eventId === null) return missing("eventID");
  if (eventName === null) return missing("eventName");
  if (eventSource === null) return missing("eventSource");
  if (timeMs === null) return missing("eventTime");
  return {
    ok: true,
    record: { eventId, eventName, eventSource, ...readTime(json, timeMs), ...readRest(json) },
  };
}

/** ISO as AWS writes it, or `2024-06-02 20:16:22.000000000` as databases that hold CloudTrail export it (UTC). */
function readEventTime(text: string): number | null {
  return parseInstant(text) ?? parseInstant(`${text.slice(0, 10)}T${text.slice(11)}Z`);
}

type Keyed = "eventId" | "eventName" | "eventSource" | "timeMs" | "timePrecision";

function readRest(json: JsonObject): Omit<CloudTrailRecord, Keyed> {
  const tls = objectAt(json, "tlsDetails");
  const details = objectAt(objectAt(json, "additionalEventData"), "RequestDetails");
  return {
    eventVersion: textAt(json, "eventVersion"),
    region: textAt(json, "awsRegion") ?? "",
    recipientAccountId: textAt(json, "recipientAccountId"),
    sourceIp: textAt(json, "sourceIPAddress"),
    userAgent: textAt(json, "userAgent"),
    errorCode: textAt(json, "errorCode"),
    errorMessage: textAt(json, "errorMessage"),
    requestId: textAt(json, "requestID"),
    sharedEventId: textAt(json, "sharedEventID"),
    readOnly: booleanAt(json, "readOnly"),
    hostHeader: textAt(tls, "clientProvidedHostHeader"),
    endpointType: textAt(details, "endpointType"),
    servingRegion: textAt(details, "awsServingRegion"),
    identity: readUserIdentity(objectAt(json, "userIdentity")),
    request: readRequest(json),
    issued: readIssued(json),
  };
}

/** Milliseconds are believed only where they fall within two seconds of `eventTime`. */
function readTime(json: JsonObject, eventTimeMs: number): Pick<CloudTrailRecord, "timeMs" | "timePrecision"> {
  const encoded = textAt(objectAt(json, "additionalEventData"), "ExtendedRequestId");
  const exact = encoded === null ? null : readExtendedRequestTime(encoded);
  if (exact === null || Math.abs(exact - eventTimeMs) > 2_000)
    return { timeMs: eventTimeMs, timePrecision: "s" };
  return { timeMs: exact, timePrecision: "ms" };
}

function readRequest(json: JsonObject): CloudTrailRecord["request"] {
  const request = objectAt(json, "requestParameters");
  const roleArn = textAt(request, "roleArn");
  const roleSessionName = textAt(request, "roleSessionName");
  return roleArn === null && roleSessionName === null ? null : { roleArn, roleSessionName };
}

function readIssued(json: JsonObject): CloudTrailRecord["issued"] {
  const response = objectAt(json, "responseElements");
  const accessKeyId = textAt(objectAt(response, "credentials"), "accessKeyId");
  const assumed = objectAt(response, "assumedRoleUser");
  const federated = objectAt(response, "federatedUser");
  const arn = textAt(assumed, "arn") ?? textAt(federated, "arn");
  const principalId = textAt(assumed, "assumedRoleId") ?? textAt(federated, "federatedUserId");
  return accessKeyId === null && arn === null && principalId === null
    ? null
    : { accessKeyId, arn, principalId };
}

function missing(field: string): CloudTrailReading {
  return rejected("missing-field", `no readable ${field}: not a whole CloudTrail record`);
}

function rejected(code: Reject["code"], message: string, position = 0): CloudTrailReading {
  return { ok: false, reject: { position, code, message } };
}

function jsonProblem(error: unknown): string {
  return error instanceof Error ? `no valid JSON: ${error.message.slice(0, 120)}` : "no valid JSON";
}

/** V8 names the position in its message, and leaves it out at the end of the input. */
function jsonPosition(error: unknown): number {
  const message = error instanceof Error ? error.message : "";
  const found = /at position (\d{1,15})/.exec(message);
  return found === null ? 0 : Number(found[1]);
}
