import type { ClusterReport } from "@/lib/domain/summarize/clusters/cluster-report";
import { reportOnCluster } from "@/lib/domain/summarize/clusters/report-cluster";
import { DAY_MS } from "@/lib/domain/time/durations";
import type { Viewer } from "@/lib/ports/viewer";
import type { InvestigationContext } from "../investigation-context";
import { readCoverage } from "./read-coverage";

/** One cluster: what was read of its log and of its account's CloudTrail, and every gap in it; null = no such cluster. */
export async function reportCluster(
  _viewer: Viewer,
  { name }: { readonly name: string },
  context: InvestigationContext,
): Promise<ClusterReport | null> {
  const { store, clock, pulses } = context;
  const nowMs = clock.now();
  const [sources, storage] = await Promise.all([readCoverage(context), store.storage()]);
  const diskFull = storage.state === "full";
  const [beats, activities] = await Promise.all([pulses(sources), store.clusterActivity(nowMs - DAY_MS)]);
  const pulse = beats.find(({ cluster }) => cluster === name);
  const activity = activities.find(({ cluster }) => cluster === name);
  return reportOnCluster({ cluster: name, sources, pulse, activity, diskFull, nowMs });
}
