import { groupBy } from "@/lib/domain/explain/group-by";
import { reasonOfDenial } from "@/lib/domain/explain/reasons/denial-reason";
import type { DenialBurst } from "@/lib/domain/summarize/overview/denial-burst";
import { BURST_STEP_MS, findBursts } from "@/lib/domain/summarize/overview/find-bursts";
import type { ClusterChange } from "@/lib/domain/summarize/overview/overview";
import type { KnownSince } from "@/lib/domain/summarize/overview/sort-news";
import { DAY_MS, HOUR_MS } from "@/lib/domain/time/durations";
import type { TimeRange } from "@/lib/domain/time/time-range";
import type { ClusterHour, DenialStep } from "@/lib/ports/overview-store";
import type { InvestigationContext } from "../investigation-context";

/** The hours that tell what is ordinary. */
const BEFORE_MS = 7 * DAY_MS;
const MOST_ROWS = 20_000;

interface BurstsAsked {
  readonly changes: readonly ClusterChange[];
  readonly known: KnownSince;
}

/** Where clusters turned away far more than they ordinarily do, newest first. */
export async function burstsOfClusters(
  range: TimeRange,
  { changes, known }: BurstsAsked,
  { store }: Pick<InvestigationContext, "store">,
): Promise<DenialBurst[]> {
  const before = { from: range.from - BEFORE_MS, to: range.from };
  const [steps, hours] = await Promise.all([
    store.denialSteps(range, BURST_STEP_MS, MOST_ROWS),
    store.clusterHours(before),
  ]);
  const hoursBy = groupBy(hours, ({ cluster }) => cluster);
  const changesBy = groupBy(changes, ({ cluster }) => cluster);
  return [...groupBy(steps, ({ cluster }) => cluster)]
    .flatMap(([cluster, own]) => {
      const since = { from: Math.max(before.from, known.get(cluster) ?? before.to), to: before.to };
      return findBursts({
        cluster,
        counts: own.map(toCount),
        hoursBefore: denialsByHour(hoursBy.get(cluster) ?? [], since),
        changes: changesBy.get(cluster) ?? [],
      });
    })
    .sort((a, b) => b.to - a.to);
}

/** Hours without attempts are counted too, from when on the cluster is known. */
function denialsByHour(hours: readonly ClusterHour[], { from, to }: TimeRange): number[] {
  const own = hours.map(({ allDenied }) => allDenied);
  const empty = Math.max(0, Math.round((to - from) / HOUR_MS) - own.length);
  return [...own, ...Array.from({ length: empty }, () => 0)];
}

function toCount({ error, ...step }: DenialStep) {
  return { ...step, code: reasonOfDenial(error) };
}
