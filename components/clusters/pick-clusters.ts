import type { ClusterState, ClusterSummary } from "@/lib/domain/summarize/clusters/cluster-report";
import type { ClusterListView } from "@/lib/search-params/clusters/cluster-list-view";
import { describeState, stateReason } from "./cluster-words";

/** Clusters whose name, place, state or reason holds every word; case plays no part. */
export function matchText(clusters: readonly ClusterSummary[], text: string): ClusterSummary[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return clusters.filter((cluster) => {
    const told = textOf(cluster);
    return words.every((word) => told.includes(word));
  });
}

/** Those of the states that are chosen; none is chosen = all. */
export function pickStates(
  clusters: readonly ClusterSummary[],
  { state }: Pick<ClusterListView, "state">,
): ClusterSummary[] {
  return clusters.filter((cluster) => state.length === 0 || state.includes(cluster.state));
}

/** How many there are of each state, in the order of the list: the worst first. */
export function countByState(clusters: readonly ClusterSummary[]): [ClusterState, number][] {
  const counts = new Map<ClusterState, number>();
  for (const { state } of clusters) counts.set(state, (counts.get(state) ?? 0) + 1);
  return [...counts];
}

function textOf(summary: ClusterSummary): string {
  const { cluster, accountId, region } = summary;
  const parts = [cluster, accountId, region, describeState(summary).word, stateReason(summary)];
  return parts.join("\n").toLowerCase();
}
