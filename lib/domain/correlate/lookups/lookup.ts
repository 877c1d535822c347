import type { TimeRange } from "../../time/time-range";

/**
 * By what CloudTrail's event history finds an event (facts: aws §1.2): the key that made the call, something the call gave
 * out or touched, the name of who made it, the name of the call itself, or the
 * service that recorded it.
 */
export const LOOKUP_KEYS = ["key-used", "issued", "user", "call", "service"] as const;
export type LookupKey = (typeof LOOKUP_KEYS)[number];

/** One question to an event history: it takes one key at a time. */
export interface LookupQuestion {
  readonly by: LookupKey;
  readonly value: string;
  readonly range: TimeRange;
}

/** Whose event history, and where. */
export interface LookupPlace {
  readonly accountId: string;
  readonly region: string;
}

export interface Lookup {
  readonly place: LookupPlace;
  readonly question: LookupQuestion;
}

/** The same for the same question at the same place, whenever it is asked. */
export function keyOfLookup({ place, question: { by, value, range } }: Lookup): string {
  return JSON.stringify([place.accountId, place.region, by, value, range.from, range.to]);
}

export function keyOfPlace({ accountId, region }: LookupPlace): string {
  return `${accountId}/${region}`;
}
