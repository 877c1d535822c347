import type { Want } from "./addresses";
import type { Credentials } from "./credentials";
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
}

/** The calls that answer a question, the oldest first; the same for every order of arrival. */
export function callsFor(want: Want, answers: Answers): Call[] {
  const { from, to } = want.range;
  const found = (answers.get(want.address) ?? []).filter(({ timeMs }) => timeMs >= from && timeMs < to);
  const calls = new Map<string, HopEvent[]>();
  for (const event of found) {
    const call = event.sharedEventId ?? event.eventId;
    calls.set(call, [...(calls.get(call) ?? []), event]);
  }
  return [...calls.values()].map(toCall).sort((a, b) => compareEvents(a.event, b.event));
}

function toCall(records: readonly HopEvent[]): Call {
  const sorted = records.toSorted((a, b) => tellsLess(a) - tellsLess(b) || compareEvents(a, b));
  const event = sorted[0] as HopEvent;
  const copies = sorted.filter(({ eventId }) => eventId === event.eventId).map(contentOf);
  return {
    event,
    twins: [...new Set(sorted.map(({ eventId }) => eventId))].filter((id) => id !== event.eventId),
    copiesDiffer: new Set(copies).size > 1,
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

/**
 * Those of a session's calls that can have issued these credentials. One that gave out another key did not, except where
 * keys change under way: Identity Center and the console give out new ones (facts: aws §4.5, §4.10).
 */
export function agreeing(
  { accessKeyId }: Credentials,
  calls: readonly Call[],
  hasSignIn: boolean,
): readonly Call[] {
  if (accessKeyId === null || hasSignIn) return calls;
  return calls.filter(
    ({ event: { kind, issued } }) => kind === "assume-role-with-saml" || !issued?.accessKeyId,
  );
}

/** Whether all calls were made by the same, so that it does not matter which of them it was. */
export function isOneCaller(calls: readonly Call[]): boolean {
  return new Set(calls.map(({ event }) => JSON.stringify([event.kind, event.by, event.details]))).size === 1;
}
