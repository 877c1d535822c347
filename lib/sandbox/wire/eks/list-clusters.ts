import { authorize } from "../authorize";
import type { Call } from "../cloud";
import { clusterArn, clustersOf } from "./clusters-of-call";
import { pageOfList } from "./page-of-list";

export function listClusters(call: Call): unknown {
  authorize(call, "eks:ListClusters", clusterArn(call, "*"));
  const names = clustersOf(call)
    .map((cluster) => cluster.name)
    .sort();
  const { items, nextToken } = pageOfList(call, names, "clusters");
  return { clusters: items, nextToken };
}
