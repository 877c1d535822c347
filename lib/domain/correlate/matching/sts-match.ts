import type { StsMatch } from "../attempt";
import type { StsCandidate } from "../sts-candidate";

/** A match with the chosen event itself. */
export interface StsMatchWithRefs extends StsMatch {
  readonly event: StsCandidate | null;
}

/** A window with more events than this keeps the nearest as alternatives; only a client in a tight loop fills one. */
export const MAX_ALTERNATIVES = 100;

const NONE: readonly string[] = [];

/** The match of an attempt that had this one candidate. */
export function toOnlyMatch(event: StsCandidate, bySameKey: boolean): StsMatchWithRefs {
  return { eventId: event.eventId, confidence: bySameKey ? "keyed" : "timed", alternatives: NONE, event };
}

/** The match of an attempt with several candidates, or whose only one may as well be another attempt's (`chosen` null). */
export function toTimedMatch(
  chosen: StsCandidate | null,
  candidates: readonly StsCandidate[],
): StsMatchWithRefs {
  const alternatives: string[] = [];
  for (const candidate of candidates) if (candidate !== chosen) alternatives.push(candidate.eventId);
  return { eventId: chosen?.eventId ?? null, confidence: "timed", alternatives, event: chosen };
}

/** Of a window of times, the part around `time` that has at most MAX_ALTERNATIVES beside the nearest. */
export function nearest(times: Float64Array, window: { lo: number; hi: number }, time: number): void {
  while (window.hi - window.lo > MAX_ALTERNATIVES + 1) {
    const before = time - (times[window.lo] as number);
    const after = (times[window.hi - 1] as number) - time;
    if (before > after) window.lo++;
    else window.hi--;
  }
}
