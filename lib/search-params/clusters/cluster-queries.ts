import { queryOptions } from "@tanstack/react-query";
import type { ClusterList, ClusterReport } from "@/lib/domain/summarize/clusters/cluster-report";
import type { MappingBase } from "@/lib/domain/summarize/configuration/what-if-report";
import { fetchJson } from "../fetch-json";

const STALE_MS = 5_000;

export function clustersQuery() {
  return queryOptions({
    queryKey: ["clusters"],
    queryFn: ({ signal }) => fetchJson<ClusterList>("/api/v1/clusters", signal),
    staleTime: STALE_MS,
  });
}

export function clusterQuery(name: string) {
  return queryOptions({
    queryKey: ["clusters", name],
    queryFn: ({ signal }) => fetchJson<ClusterReport>(`/api/v1/clusters/${encodeURIComponent(name)}`, signal),
    staleTime: STALE_MS,
  });
}

/** What it takes to see whose access an edit would change. */
export function mappingsQuery(name: string) {
  return queryOptions({
    queryKey: ["mappings", name],
    queryFn: ({ signal }) =>
      fetchJson<MappingBase>(`/api/v1/clusters/${encodeURIComponent(name)}/mappings`, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
