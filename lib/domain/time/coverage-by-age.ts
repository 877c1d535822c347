import { mergeRanges } from "./merge-ranges";
import type { EpochMs, TimeRange } from "./time-range";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A stretch read at this age counts as settled: what comes later is told as late. */
export const SETTLED_AGE_MS = 30 * MINUTE;

/** Late records are looked for when a stretch has reached these ages (facts: security §4.3). */
export const SWEEP_AGES_MS = [HOUR, 6 * HOUR, 24 * HOUR] as const;

const AGES_MS = [0, SETTLED_AGE_MS, ...SWEEP_AGES_MS] as const;

/** For each age: what was read when it was at least that old. Age 0 is all that was read. */
export type CoverageByAge = ReadonlyMap<number, readonly TimeRange[]>;

/**
 * The coverage with one more stretch, whose reading began at `startedMs`. What arrived since then may not be in it, so
 * its newest part counts for the ages it had reached by then only.
 */
export function addReading(coverage: CoverageByAge, range: TimeRange, startedMs: EpochMs): CoverageByAge {
  const next = new Map(coverage);
  for (const age of AGES_MS) {
    const part = { from: range.from, to: Math.min(range.to, startedMs - age) };
    if (part.from < part.to) next.set(age, mergeRanges([...readAt(coverage, age), part]));
  }
  return next;
}

/** What was read at this age or older. */
export function readAt(coverage: CoverageByAge, ageMs: number): readonly TimeRange[] {
  return coverage.get(ageMs) ?? [];
}
