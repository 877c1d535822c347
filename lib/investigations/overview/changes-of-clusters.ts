import { listChanges } from "@/lib/domain/summarize/configuration/list-changes";
import type { ClusterChange } from "@/lib/domain/summarize/overview/overview";
import type { TimeRange } from "@/lib/domain/time/time-range";
import { authorOrigins } from "../chains/author-origins";
import type { InvestigationContext } from "../investigation-context";
import { readConfiguration } from "../configuration/read-configuration";

/** Who is behind the newest is told: as many as are shown at first. */
const IN_FULL = 8;
const MOST_CHANGES = 200;

/** What changed of who may come in within a range, over all clusters, newest first. */
export async function changesOfClusters(
  range: TimeRange,
  context: InvestigationContext,
): Promise<ClusterChange[]> {
  const sources = await context.store.coverage();
  const clusters = [...new Set(sources.flatMap(({ cluster }) => cluster ?? []))];
  const found = await Promise.all(
    clusters.map(async (cluster) => {
      const { history } = await readConfiguration(cluster, sources, context);
      const own = listChanges(history).filter(({ timeMs }) => timeMs >= range.from && timeMs < range.to);
      return own.map((change) => ({ cluster, change }));
    }),
  );
  const newest = found
    .flat()
    .sort((a, b) => b.change.timeMs - a.change.timeMs)
    .slice(0, MOST_CHANGES);
  const origins = await authorOrigins(
    newest.slice(0, IN_FULL).map(({ change }) => change),
    context.store,
  );
  return newest.map(({ cluster, change }) => {
    const { kind, part, key, timeMs, isTimeKnown, by } = change;
    return { cluster, kind, part, key, timeMs, isTimeKnown, by, origin: origins.get(change) ?? null };
  });
}
