import type { WorldEvent } from "@/lib/sandbox/world/world-day";
import { secondsOf } from "./bad-clocks";

type Json = Record<string, unknown>;

interface Issue {
  readonly timeMs: number;
  readonly off: number;
}

/** An event as its source's clock told it. */
export interface ShiftedEvent {
  readonly timeMs: number;
  readonly text: string;
}

/**
 * Tells events by the clocks of their sources. When a session was created is told by the clock that issued it, so that
 * events must come in order of time.
 */
export function createEventShift(clock: (source: string) => number): (event: WorldEvent) => ShiftedEvent {
  const issues = new Map<string, Issue>();
  return (event) => {
    const record = JSON.parse(event.json) as Json;
    const off = clock(`${event.eventSource}/${event.region}`);
    for (const name of issuedBy(record, event.timeMs)) issues.set(name, { timeMs: event.timeMs, off });
    const timeMs = event.timeMs + off;
    const identity = objectOf(record.userIdentity);
    const shifted = {
      ...record,
      eventTime: secondsOf(timeMs),
      userIdentity: withCreation(identity, creationOf(identity, issues) ?? off),
      ...(record.additionalEventData !== undefined && {
        additionalEventData: withPrecise(objectOf(record.additionalEventData), timeMs),
      }),
    };
    return { timeMs, text: JSON.stringify(shifted) };
  };
}

/** The key that it gave out; the principal and second, where keys change under way. */
function issuedBy(record: Json, timeMs: number): string[] {
  const response = objectOf(record.responseElements);
  const key = objectOf(response.credentials).accessKeyId;
  const principal = objectOf(response.assumedRoleUser).assumedRoleId;
  const isLogin = record.eventName === "ConsoleLogin";
  const named = isLogin ? objectOf(record.userIdentity).principalId : principal;
  const second = Math.floor(timeMs / 1000);
  return [key, named === undefined ? undefined : `${named}/${second}`].filter(
    (one) => typeof one === "string",
  );
}

/** The exact instant at which the session was issued, by the issuer's clock; a number = how far that clock is off. */
function creationOf(identity: Json, issues: ReadonlyMap<string, Issue>): Issue | null {
  const second = Math.floor(Date.parse(createdAt(identity)) / 1000);
  return (
    issues.get(String(identity.accessKeyId)) ??
    issues.get(`${String(identity.principalId)}/${second}`) ??
    null
  );
}

function withCreation(identity: Json, issue: Issue | number): Json {
  const told = createdAt(identity);
  if (told === "") return identity;
  const at = typeof issue === "number" ? Date.parse(told) + issue : issue.timeMs + issue.off;
  const context = objectOf(identity.sessionContext);
  const attributes = { ...objectOf(context.attributes), creationDate: secondsOf(at) };
  return { ...identity, sessionContext: { ...context, attributes } };
}

function createdAt(identity: Json): string {
  const { creationDate } = objectOf(objectOf(identity.sessionContext).attributes);
  return typeof creationDate === "string" ? creationDate : "";
}

/** `1:<region>:S:<ms>:R:<id>` in base64. */
function withPrecise(additional: Json, timeMs: number): Json {
  const { ExtendedRequestId: id } = additional;
  if (typeof id !== "string") return additional;
  const parts = Buffer.from(id, "base64").toString().split(":");
  parts[3] = String(timeMs);
  return { ...additional, ExtendedRequestId: Buffer.from(parts.join(":")).toString("base64") };
}

function objectOf(value: unknown): Json {
  return typeof value === "object" && value !== null ? (value as Json) : {};
}
