import { DAY_MS, MINUTE_MS } from "../../time/durations";
import type { EpochMs } from "../../time/time-range";
import type { LookupQuestion } from "./lookup";

/** CloudTrail is rarely later than this (facts: aws §1.1). */
const LATE_MS = 15 * MINUTE_MS;
const WHILE_MAY_COME_MS = MINUTE_MS;
const WHEN_SETTLED_MS = DAY_MS;
/** How far the event history goes back (facts: aws §1.1). */
const HISTORY_MS = 90 * DAY_MS;

/** Until when an answer holds: shortly while what was asked for may still be delivered. */
export function holdsUntil({ range }: LookupQuestion, askedMs: EpochMs): EpochMs {
  return askedMs + (range.to > askedMs - LATE_MS ? WHILE_MAY_COME_MS : WHEN_SETTLED_MS);
}

/** Whether an event history can hold any of it. */
export function isWithinHistory({ range }: LookupQuestion, nowMs: EpochMs): boolean {
  return range.to > nowMs - HISTORY_MS && range.from < nowMs;
}
