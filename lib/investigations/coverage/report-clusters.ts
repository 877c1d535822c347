import type { ClusterList } from "@/lib/domain/summarize/clusters/cluster-report";
import { byUrgency, summarizeCluster } from "@/lib/domain/summarize/clusters/summarize-cluster";
import { DAY_MS } from "@/lib/domain/time/durations";
import type { Viewer } from "@/lib/ports/viewer";
import type { InvestigationContext } from "../investigation-context";
import { readCoverage } from "./read-coverage";

/** All clusters: how far their logs are read, how they fare, what came in. */
export async function reportClusters(_viewer: Viewer, context: InvestigationContext): Promise<ClusterList> {
  const { store, clock, pulses } = context;
  const nowMs = clock.now();
  const [sources, storage] = await Promise.all([readCoverage(context), store.storage()]);
  const diskFull = storage.state === "full";
  const [beats, activities] = await Promise.all([pulses(sources), store.clusterActivity(nowMs - DAY_MS)]);
  const names = new Set(sources.flatMap(({ cluster }) => (cluster === null ? [] : [cluster])));
  const clusters = [...names].flatMap((cluster) => {
    const pulse = beats.find((beat) => beat.cluster === cluster);
    const activity = activities.find((one) => one.cluster === cluster);
    return summarizeCluster({ cluster, sources, pulse, activity, diskFull, nowMs }) ?? [];
  });
  return { nowMs, clusters: clusters.sort(byUrgency) };
}
