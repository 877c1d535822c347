import type { Histogram } from "@/lib/domain/summarize/attempt-counts";
import type { AttemptFilter } from "@/lib/domain/summarize/attempt-filter";
import type { StoredCoverage } from "@/lib/domain/summarize/coverage-report";
import { mergeRanges } from "@/lib/domain/time/merge-ranges";
import { subtractRanges } from "@/lib/domain/time/subtract-ranges";
import { bucketsOver } from "@/lib/domain/time/time-buckets";
import type { TimeRange } from "@/lib/domain/time/time-range";
import type { Viewer } from "@/lib/ports/viewer";
import type { InvestigationContext } from "./investigation-context";

/** Granted and denied over time, and the stretches of which nothing is known. */
export async function countByTime(
  _viewer: Viewer,
  { filter, buckets }: { readonly filter: AttemptFilter; readonly buckets: number },
  { store, clock }: InvestigationContext,
): Promise<Histogram> {
  const { from, to } = filter.range;
  const steps = bucketsOver(filter.range, buckets);
  const [counts, sources] = await Promise.all([store.countByTime(filter, steps), store.coverage()]);
  const counted = new Map(counts.map((count) => [count.startMs, count]));
  const starts = Array.from({ length: steps.count }, (_, i) => steps.startMs + i * steps.bucketMs);
  return {
    bucketMs: steps.bucketMs,
    buckets: starts.map((startMs) => counted.get(startMs) ?? { startMs, granted: 0, denied: 0 }),
    unread: unreadRanges({ from, to: Math.min(to, clock.now()) }, sources, filter.cluster),
  };
}

/** Where the log of at least one of the clusters asked for was not read. */
function unreadRanges(
  range: TimeRange,
  sources: readonly StoredCoverage[],
  clusters: readonly string[],
): TimeRange[] {
  const asked = sources.filter(
    ({ kind, cluster }) =>
      kind === "authenticator-log" && (clusters.length === 0 || clusters.includes(cluster ?? "")),
  );
  if (asked.length === 0) return range.from < range.to ? [range] : [];
  // What was written since the last poll is not missing yet.
  const unread = asked.flatMap(({ read, lastReadMs }) =>
    subtractRanges({ from: range.from, to: Math.min(range.to, lastReadMs ?? range.to) }, read),
  );
  return mergeRanges(unread);
}
