import type { Histogram, HistogramGap } from "@/lib/domain/summarize/attempts/attempt-counts";
import type { AttemptFilter } from "@/lib/domain/summarize/attempts/attempt-filter";
import { clusterGaps } from "@/lib/domain/summarize/clusters/summarize-cluster";
import { askedOf, isAsked } from "@/lib/domain/summarize/attempts/asked-values";
import type { SourceCoverage } from "@/lib/domain/summarize/coverage/coverage-report";
import type { LogPulse } from "@/lib/domain/summarize/coverage/log-pulse";
import { bucketsOver } from "@/lib/domain/time/time-buckets";
import type { TimeRange } from "@/lib/domain/time/time-range";
import type { Viewer } from "@/lib/ports/viewer";
import type { InvestigationContext } from "../investigation-context";
import { readCoverage } from "../coverage/read-coverage";

/** Granted and denied over time, and the stretches of which nothing is known. */
export async function countByTime(
  _viewer: Viewer,
  { filter, buckets }: { readonly filter: AttemptFilter; readonly buckets: number },
  context: InvestigationContext,
  signal?: AbortSignal,
): Promise<Histogram> {
  const { store, clock, pulses } = context;
  const { from, to } = filter.range;
  const steps = bucketsOver(filter.range, buckets);
  const [counts, sources] = await Promise.all([
    store.countByTime(filter, steps, signal),
    readCoverage(context),
  ]);
  const beats = await pulses(sources);
  const nowMs = clock.now();
  const range = { from, to: Math.min(to, nowMs) };
  const counted = new Map(counts.map((count) => [count.startMs, count]));
  const starts = Array.from({ length: steps.count }, (_, i) => steps.startMs + i * steps.bucketMs);
  return {
    bucketMs: steps.bucketMs,
    buckets: starts.map((startMs) => counted.get(startMs) ?? { startMs, granted: 0, denied: 0 }),
    gaps: findHistogramGaps(range, { sources, pulses: beats, filter, nowMs }),
  };
}

interface GapFacts {
  readonly sources: readonly SourceCoverage[];
  readonly pulses: readonly LogPulse[];
  readonly filter: AttemptFilter;
  readonly nowMs: number;
}

/** The gaps of the clusters asked for; one whose log is not read at all is one gap. */
function findHistogramGaps(range: TimeRange, { sources, pulses, filter, nowMs }: GapFacts): HistogramGap[] {
  if (range.from >= range.to) return [];
  const logs = sources.flatMap(({ kind, cluster }) => (kind === "authenticator-log" ? [cluster] : []));
  const known = new Set(logs);
  const wanted = askedOf(filter, "cluster");
  // A cluster that is named need not be known; all others that are asked for are.
  const asked = [...new Set([...filter.cluster, ...known])].filter((one) => isAsked(wanted, one ?? ""));
  if (known.size + asked.length === 0) return [{ ...range, kind: "not-asked", cluster: null }];
  const gaps = asked.flatMap((cluster): HistogramGap[] => {
    if (!known.has(cluster)) return [{ ...range, kind: "not-asked", cluster }];
    const pulse = pulses.find((one) => one.cluster === cluster);
    const found = clusterGaps({ cluster: cluster ?? "", sources, pulse, nowMs }, range);
    return found.map(({ kind, from, to }) => ({ kind, cluster, from, to }));
  });
  return gaps.sort((a, b) => a.from - b.from);
}
