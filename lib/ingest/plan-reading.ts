import { type CoverageByAge, readAt, SETTLED_AGE_MS, SWEEP_AGES_MS } from "@/lib/domain/time/coverage-by-age";
import { subtractRanges } from "@/lib/domain/time/subtract-ranges";
import type { EpochMs, TimeRange } from "@/lib/domain/time/time-range";

/** What is to be read besides the polls. */
export interface PlannedReading {
  readonly range: TimeRange;
  /** A backfill reads what was never read; a sweep looks again for what came late. */
  readonly kind: "backfill" | "sweep";
}

/**
 * The next stretch to read of `[from, polledTo)`, newest first: what is not settled yet and out of the polls' reach, then
 * what has reached the age of a sweep since it was last read. A sweep waits until half its age has gathered. null =
 * nothing is due.
 */
export function planReading(
  done: CoverageByAge,
  { from, polledTo, now }: { readonly from: EpochMs; readonly polledTo: EpochMs; readonly now: EpochMs },
): PlannedReading | null {
  const settled = readAt(done, SETTLED_AGE_MS);
  const gap = subtractRanges({ from, to: polledTo - SETTLED_AGE_MS }, settled).at(-1);
  if (gap !== undefined) return { range: gap, kind: "backfill" };
  for (const age of SWEEP_AGES_MS) {
    const due = subtractRanges({ from, to: now - age }, readAt(done, age));
    const range = due.filter((stretch) => stretch.to - stretch.from >= age / 2).at(-1);
    if (range !== undefined) return { range, kind: "sweep" };
  }
  return null;
}

/** The next stretch of what is read just once, newest first; null = all of it is read. */
export function planOnce(asked: TimeRange, read: readonly TimeRange[]): PlannedReading | null {
  const range = subtractRanges(asked, read).at(-1);
  return range === undefined ? null : { range, kind: "backfill" };
}

/** What a poll reads: what is new since the last one and half an hour before; after a long sleep the rest is a gap. */
export function pollRange(polledTo: EpochMs, now: EpochMs): TimeRange {
  const from = now - polledTo <= SETTLED_AGE_MS ? polledTo : now;
  return { from: from - SETTLED_AGE_MS, to: now };
}
