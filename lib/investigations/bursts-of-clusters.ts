import { reasonOfDenial } from "@/lib/domain/explain/reasons/denial-reason";
import type { DenialBurst } from "@/lib/domain/summarize/overview/denial-burst";
import { BURST_STEP_MS, findBursts } from "@/lib/domain/summarize/overview/find-bursts";
import type { ClusterChange } from "@/lib/domain/summarize/overview/overview";
import { DAY_MS, HOUR_MS } from "@/lib/domain/time/durations";
import type { TimeRange } from "@/lib/domain/time/time-range";
import type { ClusterHour, DenialStep } from "@/lib/ports/overview-store";
import type { InvestigationContext } from "./investigation-context";

/** The hours that tell what is ordinary. */
const BEFORE_MS = 7 * DAY_MS;
const MOST_ROWS = 20_000;

/** Where clusters turned away far more than they ordinarily do, newest first. */
export async function burstsOfClusters(
  range: TimeRange,
  changes: readonly ClusterChange[],
  { store }: Pick<InvestigationContext, "store">,
): Promise<DenialBurst[]> {
  const before = { from: range.from - BEFORE_MS, to: range.from };
  const [steps, hours, since] = await Promise.all([
    store.denialSteps(range, BURST_STEP_MS, MOST_ROWS),
    store.clusterHours(before),
    store.knownSince(),
  ]);
  const known = new Map(since);
  return [...new Set(steps.map(({ cluster }) => cluster))]
    .flatMap((cluster) => {
      const own = { from: Math.max(before.from, known.get(cluster) ?? before.to), to: before.to };
      return findBursts({
        cluster,
        counts: steps.filter((step) => step.cluster === cluster).map(toCount),
        hoursBefore: hoursOf(cluster, hours, own),
        changes: changes.filter((change) => change.cluster === cluster),
      });
    })
    .sort((a, b) => b.to - a.to);
}

/** Hours without attempts are counted too, from when on the cluster is known. */
function hoursOf(cluster: string, hours: readonly ClusterHour[], { from, to }: TimeRange): number[] {
  const own = hours.filter((hour) => hour.cluster === cluster).map(({ allDenied }) => allDenied);
  const empty = Math.max(0, Math.round((to - from) / HOUR_MS) - own.length);
  return [...own, ...Array.from({ length: empty }, () => 0)];
}

function toCount({ error, ...step }: DenialStep) {
  return { ...step, code: reasonOfDenial(error) };
}
