import type { EpochMs, TimeRange } from "./time-range";

/** The shortest range that holds all of these instants; an empty one where there are none. */
export function spanOf(times: readonly EpochMs[]): TimeRange {
  if (times.length === 0) return { from: 0, to: 0 };
  // No spread: there may be more than a call takes arguments.
  const from = times.reduce((min, time) => Math.min(min, time));
  const to = times.reduce((max, time) => Math.max(max, time));
  return { from, to: to + 1 };
}
