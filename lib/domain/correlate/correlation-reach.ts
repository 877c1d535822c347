import type { TimeRange } from "../time/time-range";

/** A GetCallerIdentity may stand this long before the deciding line: the authenticator's STS client gives up after 10 s (facts: AWS §4.10). */
export const WINDOW_BEFORE_MS = 10_000;

/** … and this long after it: a log line's time and CloudTrail's are two clocks. */
export const WINDOW_AFTER_MS = 2_000;

/**
 * Longest time from an `STS response` to its decision. Normally both carry the same millisecond; a mapping with
 * `{{EC2PrivateDNSName}}` waits for EC2 look-ups, which are batched and may be throttled.
 */
export const PAIR_GAP_MS = 60_000;

/** A chain of attempts and events that compete for each other is solved whole up to this length … */
export const WHOLE_CHAIN_MS = 120_000;

/** … and a longer one is cut once in each such step, in its widest pause within CUT_SLACK_MS of the step. */
export const CUT_STEP_MS = 300_000;
export const CUT_SLACK_MS = 60_000;

/** Nothing further away than this can change an attempt: one step and its slack, one window, one pair. */
export const REACH_MS = CUT_STEP_MS + CUT_SLACK_MS + WINDOW_BEFORE_MS + WINDOW_AFTER_MS + PAIR_GAP_MS;

/** What `deriveWithin` must be given, lines and events alike, to be exact for `keep`. */
export function neededFor(keep: TimeRange): TimeRange {
  return { from: keep.from - REACH_MS, to: keep.to + REACH_MS };
}

/** The attempts that may change when records of this range arrive or go. */
export function touchedBy(records: TimeRange): TimeRange {
  return { from: records.from - REACH_MS, to: records.to + REACH_MS };
}
