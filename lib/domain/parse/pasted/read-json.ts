import { isObject, type JsonObject, objectOf, textOf } from "../json-fields";
import { parseJson } from "../parse-json";
import type { Meaning } from "./meaning";
import { isUserInfo, readCallerJson, readUserInfo } from "./read-caller";
import { readLines } from "./read-lines";
import type { Reading } from "./reading";

/**
 * JSON as consoles and command lines give it: a CloudTrail record, an audit event, a log event, or an answer that names
 * a caller; also the first one of a list of them. null = none of these.
 */
export function readJson(text: string): Reading | null {
  const open = text.charAt(0);
  if (open !== "{" && open !== "[") return null;
  const json = parseJson(text);
  if (!json.ok) return null;
  const one = firstOf(json.value);
  return one === null ? null : readObject(one);
}

const LISTS = ["Records", "Events", "events", "items"] as const;

/** A list's first object, also of the lists that AWS wraps in an object. */
function firstOf(value: unknown): JsonObject | null {
  if (Array.isArray(value)) return isObject(value[0]) ? value[0] : null;
  if (!isObject(value)) return null;
  const list = LISTS.map((key) => value[key]).find(Array.isArray);
  return list === undefined ? value : firstOf(list);
}

function readObject(json: JsonObject): Reading | null {
  const inner = textOf(json.CloudTrailEvent);
  if (inner !== null) return readJson(inner);
  const eventId = textOf(json.eventID) ?? textOf(json.EventId);
  if (eventId !== null) return { as: "cloudtrail-record", tiers: trailTiers(json, eventId) };
  // Who asked, and not whom he impersonated: he is who got in.
  if (textOf(json.auditID) !== null) return { as: "audit-event", tiers: readUserInfo(objectOf(json.user)) };
  if (textOf(json.message) !== null) return readLogEvent(json);
  return readAnswer(json);
}

/** The attempt that its call checked; else the credentials that it gave out; else whoever called. */
function trailTiers(json: JsonObject, eventId: string): Meaning[][] {
  const response = objectOf(json.responseElements);
  const issued = textOf(objectOf(response.credentials).accessKeyId) ?? "";
  return [
    [{ kind: "event", value: eventId }],
    [{ kind: "key", value: issued }],
    ...readCallerJson(objectOf(response.assumedRoleUser)),
    ...readCallerJson(objectOf(json.userIdentity)),
  ];
}

/** A log event as `aws logs` prints it. */
function readLogEvent(json: JsonObject): Reading | null {
  const message = textOf(json.message) ?? "";
  const inner = readLines(message) ?? (message.startsWith("{") ? readJson(message) : null);
  const record: Meaning = { kind: "record", value: textOf(json.eventId) ?? "" };
  if (inner === null && record.value === "") return null;
  return { as: inner?.as ?? "record", tiers: [[record], ...(inner?.tiers ?? [])] };
}

function readAnswer(json: JsonObject): Reading | null {
  const users = [json, json.user, objectOf(json.status).userInfo, objectOf(json.status).user];
  const user = users.find(isUserInfo);
  if (user !== undefined) return { as: "user-info", tiers: readUserInfo(user) };
  const tiers = readCallerJson(isObject(json.userIdentity) ? json.userIdentity : json);
  return tiers.some(([meaning]) => meaning?.value) ? { as: "user-info", tiers } : null;
}
