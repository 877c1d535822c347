import { isoSeconds, MINUTE } from "../calendar";
import { createChance, hash32 } from "../chance";
import type { Json, JsonObject } from "../sessions/session";
import type { TrailResource, WorldEvent } from "../world-day";

/** What a record of one API call consists of; see the builders beside this file. */
interface TrailCall {
  /** In whose trail it is written. */
  readonly accountId: string;
  readonly timeMs: number;
  readonly eventName: string;
  readonly eventSource: string;
  readonly region: string;
  readonly identity: JsonObject;
  readonly ip: string;
  readonly agent: string;
  readonly request: Json;
  readonly response: Json;
  /** Written before requestID, where AWS writes them. */
  readonly additional?: JsonObject;
  readonly error?: { readonly code: string; readonly message: string };
  /** The record's own `resources`. */
  readonly recordResources?: readonly JsonObject[];
  /** LookupEvents' `Resources`. */
  readonly resources?: readonly TrailResource[];
  readonly host: string | null;
  readonly readOnly?: boolean;
  /** 1.11 where not given. */
  readonly version?: string;
  readonly username: string | null;
  /** Tells apart calls that are otherwise equal. */
  readonly key: string;
  readonly eventId?: string;
  readonly requestId?: string;
  /** Tells that another account has the same call. */
  readonly sharedEventId?: string;
  readonly eventType?: string;
  readonly serviceEventDetails?: JsonObject;
}

const SOONEST_DELIVERY = 2 * MINUTE;
export const LATEST_DELIVERY = 7 * MINUTE;

/** The record in the literal form and order of CloudTrail (facts: AWS §4), and its envelope (§1.2). */
export function recordCall(call: TrailCall): WorldEvent {
  const chance = createChance(`${call.key}/${call.timeMs}/${call.eventName}`);
  const eventId = call.eventId ?? chance.uuid();
  let requestId = call.requestId;
  const key = call.identity.accessKeyId;
  return {
    accountId: call.accountId,
    region: call.region,
    timeMs: call.timeMs,
    deliveredMs: call.timeMs + SOONEST_DELIVERY + (hash32(eventId) % (LATEST_DELIVERY - SOONEST_DELIVERY)),
    eventId,
    eventName: call.eventName,
    eventSource: call.eventSource,
    readOnly: call.readOnly ?? true,
    accessKeyId: typeof key === "string" ? key : null,
    username: call.username,
    resources: call.resources ?? [],
    // Written when it is read: most of what a page passes over is never shown.
    get json() {
      requestId ??= chance.uuid();
      return JSON.stringify(recordOf(call, { eventId, requestId }));
    },
  };
}

function recordOf(call: TrailCall, ids: { eventId: string; requestId: string }): JsonObject {
  return {
    eventVersion: call.version ?? "1.11",
    userIdentity: call.identity,
    eventTime: isoSeconds(call.timeMs),
    eventSource: call.eventSource,
    eventName: call.eventName,
    awsRegion: call.region,
    sourceIPAddress: call.ip,
    userAgent: call.agent,
    ...(call.error && { errorCode: call.error.code, errorMessage: call.error.message }),
    requestParameters: call.request,
    responseElements: call.response,
    ...(call.additional && { additionalEventData: call.additional }),
    requestID: ids.requestId,
    eventID: ids.eventId,
    readOnly: call.readOnly ?? true,
    ...(call.recordResources && { resources: call.recordResources }),
    eventType: call.eventType ?? "AwsApiCall",
    managementEvent: true,
    recipientAccountId: call.accountId,
    ...(call.serviceEventDetails && { serviceEventDetails: call.serviceEventDetails }),
    ...(call.sharedEventId !== undefined && { sharedEventID: call.sharedEventId }),
    eventCategory: "Management",
    ...(call.host !== null && { tlsDetails: tlsDetails(call.host, call.version) }),
  };
}

function tlsDetails(host: string, version: string | undefined): JsonObject {
  const details = {
    tlsVersion: "TLSv1.3",
    cipherSuite: "TLS_AES_128_GCM_SHA256",
    clientProvidedHostHeader: host,
  };
  return version === undefined ? { ...details, keyExchange: "X25519MLKEM768" } : details;
}
