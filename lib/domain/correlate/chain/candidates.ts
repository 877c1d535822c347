import type { Want } from "./addresses";
import type { HopEvent } from "./hop-event";

/** What a look-up found: the events at an address, of any time and in any order. */
export type Answers = ReadonlyMap<string, readonly HopEvent[]>;

/** One call: its event, or the two of a call across accounts. */
export interface Call {
  /** The one that tells most of the caller. */
  readonly event: HopEvent;
  /** Ids of its other records. */
  readonly twins: readonly string[];
  /** Deliveries of one event id that differ in content. */
  readonly copiesDiffer: boolean;
  /** They name different callers: nothing tells which of them made it. */
  readonly callersDiffer: boolean;
}

/** The calls that answer a question, the oldest first; the same for every order of arrival. */
export function callsFor(want: Want | null, answers: Answers): Call[] {
  return want === null ? [] : callsForAny([want], answers);
}

/** Those that answer one of these. */
export function callsForAny(wants: readonly Want[], answers: Answers): Call[] {
  const found = wants.flatMap(({ address, range }) =>
    (answers.get(address) ?? []).filter(({ timeMs }) => timeMs >= range.from && timeMs < range.to),
  );
  const shared = sharedIdsOf(found);
  const calls = new Map<string, HopEvent[]>();
  for (const event of found) {
    const call = shared.get(event.eventId) ?? event.eventId;
    const records = calls.get(call);
    if (records === undefined) calls.set(call, [event]);
    else records.push(event);
  }
  return [...calls.values()].map(toCall).sort((a, b) => compareEvents(a.event, b.event));
}

/** One copy of a record may tell of the other account's where another does not, or name another: the first by name counts. */
function sharedIdsOf(events: readonly HopEvent[]): ReadonlyMap<string, string> {
  const shared = new Map<string, string>();
  for (const { eventId, sharedEventId } of events) {
    if (sharedEventId === null) continue;
    const known = shared.get(eventId);
    if (known === undefined || sharedEventId < known) shared.set(eventId, sharedEventId);
  }
  return shared;
}

function toCall(records: readonly HopEvent[]): Call {
  const sorted = records.toSorted((a, b) => tellsLess(a) - tellsLess(b) || compareEvents(a, b));
  const event = sorted[0] as HopEvent;
  const copies = sorted.filter(({ eventId }) => eventId === event.eventId);
  return {
    event,
    twins: [...new Set(sorted.map(({ eventId }) => eventId))].filter((id) => id !== event.eventId),
    copiesDiffer: new Set(copies.map(contentOf)).size > 1,
    callersDiffer: new Set(copies.map(({ by }) => JSON.stringify(by))).size > 1,
  };
}

/** The role's account learns of the caller only which account he is of (facts: aws §4.2). */
function tellsLess({ by }: HopEvent): number {
  return by.type === "AWSAccount" ? 1 : 0;
}

function compareEvents(a: HopEvent, b: HopEvent): number {
  return a.timeMs - b.timeMs || compare(a.eventId, b.eventId) || compare(contentOf(a), contentOf(b));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Where a record was read does not matter. */
function contentOf({ recordId: _, stream: __, ...content }: HopEvent): string {
  return JSON.stringify(content);
}

/** Whether all calls were made by the same, so that it does not matter which of them it was. */
export function isOneCaller(calls: readonly Call[]): boolean {
  return new Set(calls.map(({ event }) => JSON.stringify([event.kind, event.by, event.details]))).size === 1;
}
