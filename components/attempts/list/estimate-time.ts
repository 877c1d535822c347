import type { Histogram } from "@/lib/domain/summarize/attempts/attempt-counts";

/**
 * About when a row of the list happened, from the histogram's counts alone: enough for a scroll bar on its way, before
 * any row is fetched. `share` of the rows are newer, 0 to 1. null: the histogram counts nothing.
 */
export function estimateTime({ buckets, bucketMs }: Histogram, share: number): number | null {
  const all = buckets.reduce((sum, { granted, denied }) => sum + granted + denied, 0);
  let newer = share * all;
  let oldest: number | null = null;
  for (const { startMs, granted, denied } of buckets.toReversed()) {
    const count = granted + denied;
    if (count > 0 && newer <= count) return startMs + bucketMs - (newer / count) * bucketMs;
    newer -= count;
    if (count > 0) oldest = startMs;
  }
  return oldest;
}
