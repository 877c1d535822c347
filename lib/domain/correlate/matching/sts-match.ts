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

/** The match of an attempt with several candidates, or whose only one may as well be another attempt's (`event` null). */
export function toTimedMatch(event: StsCandidate | null, alternatives: readonly string[]): StsMatchWithRefs {
  return { eventId: event === null ? null : event.eventId, confidence: "timed", alternatives, event };
}

/** Of the candidates at `lo` to `hi`, the range of the nearest that are to be kept. */
export function nearest(
  timeAt: (candidate: number) => number,
  { lo, hi }: { lo: number; hi: number },
  timeMs: number,
): { lo: number; hi: number } {
  let [from, to] = [lo, hi];
  while (to - from > MAX_ALTERNATIVES + 1) {
    if (timeMs - timeAt(from) > timeAt(to - 1) - timeMs) from++;
    else to--;
  }
  return { lo: from, hi: to };
}
