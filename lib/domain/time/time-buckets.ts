import { DAY_MS, HOUR_MS } from "./durations";
import type { EpochMs, TimeRange } from "./time-range";

/** Equal steps over a range. */
export interface TimeBuckets {
  readonly startMs: EpochMs;
  readonly bucketMs: number;
  readonly count: number;
}

/**
 * At most `most` equal buckets that cover a range. Those of an hour or more are whole hours of UTC, those of a day or
 * more whole days: they are easier to read and to count. The first may then start before the range, the last end after.
 */
export function bucketsOver({ from, to }: TimeRange, most: number): TimeBuckets {
  const exact = Math.max(1, Math.ceil((to - from) / most));
  const unit = [DAY_MS, HOUR_MS].find((one) => exact >= one) ?? 1;
  let bucketMs = Math.ceil(exact / unit) * unit;
  const startMs = Math.floor(from / unit) * unit;
  if (Math.ceil((to - startMs) / bucketMs) > most) bucketMs += unit;
  return { startMs, bucketMs, count: Math.ceil((to - startMs) / bucketMs) };
}
