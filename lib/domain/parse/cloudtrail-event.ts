import { parseInstant } from "../time/parse-instant";
import type { CloudTrailRecord } from "./cloudtrail-record";
import { readExtendedRequestTime } from "./extended-request-id";
import { findJsonError } from "./find-json-error";
import { issueOf, readIssueDetails } from "./issue-details";
import { booleanOf, isObject, type JsonObject, objectOf, textOf } from "./json-fields";
import { parseJson } from "./parse-json";
import type { Reject } from "./reject";
import { readUserIdentity } from "./user-identity";

export type CloudTrailReading =
  | { readonly ok: true; readonly record: CloudTrailRecord }
  | { readonly ok: false; readonly reject: Reject };

/** Reads the JSON text of one CloudTrail record, event versions 1.x. The text itself is never changed. */
export function readCloudTrailRecord(text: string): CloudTrailReading {
  const json = parseJson(text);
  if (json.ok) return readCloudTrailValue(json.value);
  const error = findJsonError(text);
  return rejected("not-json", error?.message ?? "no valid JSON", error?.position);
}

/** The same for JSON that is parsed already. A record without id, name, source or time is refused. */
export function readCloudTrailValue(json: unknown): CloudTrailReading {
  if (!isObject(json)) return rejected("wrong-shape", "a CloudTrail record is a JSON object");
  const eventId = textOf(json.eventID);
  const eventName = textOf(json.eventName);
  const eventSource = textOf(json.eventSource);
  const eventTimeMs = readEventTime(textOf(json.eventTime) ?? "");
  if (eventId === null) return missing("eventID");
  if (eventName === null) return missing("eventName");
  if (eventSource === null) return missing("eventSource");
  if (eventTimeMs === null) return missing("eventTime");
  return { ok: true, record: readRecord(json, { eventId, eventName, eventSource, eventTimeMs }) };
}

/** ISO as AWS writes it, or `2024-06-02 20:16:22.000000000` as databases that hold CloudTrail export it (UTC). */
function readEventTime(text: string): number | null {
  return parseInstant(text) ?? parseInstant(`${text.slice(0, 10)}T${text.slice(11)}Z`);
}

interface RequiredFields extends Pick<CloudTrailRecord, "eventId" | "eventName" | "eventSource"> {
  readonly eventTimeMs: number;
}

function readRecord(json: JsonObject, required: RequiredFields): CloudTrailRecord {
  const additional = objectOf(json.additionalEventData);
  const details = objectOf(additional.RequestDetails);
  const exactMs = readExactTime(additional, required.eventTimeMs);
  return {
    eventId: required.eventId,
    eventName: required.eventName,
    eventSource: required.eventSource,
    eventVersion: textOf(json.eventVersion),
    timeMs: exactMs ?? required.eventTimeMs,
    timePrecision: exactMs === null ? "s" : "ms",
    eventTimeMs: Math.floor(required.eventTimeMs / 1000) * 1000,
    region: textOf(json.awsRegion) ?? "",
    recipientAccountId: textOf(json.recipientAccountId),
    sourceIp: textOf(json.sourceIPAddress),
    userAgent: textOf(json.userAgent),
    errorCode: textOf(json.errorCode),
    errorMessage: textOf(json.errorMessage),
    requestId: textOf(json.requestID),
    sharedEventId: textOf(json.sharedEventID),
    readOnly: booleanOf(json.readOnly),
    hostHeader: textOf(objectOf(json.tlsDetails).clientProvidedHostHeader),
    endpointType: textOf(details.endpointType),
    servingRegion: textOf(details.awsServingRegion),
    identity: readUserIdentity(objectOf(json.userIdentity)),
    request: readRequest(objectOf(json.requestParameters)),
    issued: readIssued(objectOf(json.responseElements)),
    issue: readIssueDetails(required.eventName, json),
  };
}

/** Milliseconds are believed only where they fall within two seconds of `eventTime`. */
function readExactTime(additional: JsonObject, eventTimeMs: number): number | null {
  const encoded = textOf(additional.ExtendedRequestId);
  const exact = encoded === null ? null : readExtendedRequestTime(encoded);
  return exact !== null && Math.abs(exact - eventTimeMs) <= 2_000 ? exact : null;
}

function readRequest(request: JsonObject): CloudTrailRecord["request"] {
  const roleArn = textOf(request.roleArn);
  const roleSessionName = textOf(request.roleSessionName);
  return roleArn === null && roleSessionName === null ? null : { roleArn, roleSessionName };
}

function readIssued(answer: JsonObject): CloudTrailRecord["issued"] {
  const response = issueOf(answer);
  const accessKeyId = textOf(objectOf(response.credentials).accessKeyId);
  const assumed = objectOf(response.assumedRoleUser);
  const federated = objectOf(response.federatedUser);
  const arn = textOf(assumed.arn) ?? textOf(federated.arn);
  const principalId = textOf(assumed.assumedRoleId) ?? textOf(federated.federatedUserId);
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
