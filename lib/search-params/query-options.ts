import { queryOptions } from "@tanstack/react-query";
import type { AskedRequests, RequestSpan } from "@/lib/domain/summarize/requests/asked-requests";
import type { AttemptChain } from "@/lib/domain/summarize/chain/attempt-chain";
import type { Facets, Histogram } from "@/lib/domain/summarize/attempts/attempt-counts";
import type { AttemptPage } from "@/lib/domain/summarize/attempts/attempt-page";
import type { ClusterList, ClusterReport } from "@/lib/domain/summarize/clusters/cluster-report";
import type { MappingBase } from "@/lib/domain/summarize/configuration/what-if-report";
import type { PresentedTokens } from "@/lib/domain/summarize/attempts/presented-tokens";
import { type AttemptView, canonicalQuery } from "./attempt-view";
import { fetchJson } from "./fetch-json";
import { queryWith } from "./query-with";

export const FACET_LIMIT = 50;
export const BUCKETS = 96;
const SESSIONS_SHOWN = 12;

/** Long enough that what the server has just sent is not asked again, short enough that going back is fresh. */
const STALE_MS = 60_000;

export function histogramQuery(view: AttemptView) {
  const query = canonicalQuery(view);
  return queryOptions({
    queryKey: ["histogram", query],
    queryFn: ({ signal }) =>
      fetchJson<Histogram>(`/api/v1/histogram${queryWith(query, { buckets: BUCKETS })}`, signal),
    staleTime: STALE_MS,
  });
}

export function facetsQuery(view: AttemptView) {
  const query = canonicalQuery(view);
  return queryOptions({
    queryKey: ["facets", query],
    queryFn: ({ signal }) =>
      fetchJson<Facets>(`/api/v1/facets${queryWith(query, { limit: FACET_LIMIT })}`, signal),
    staleTime: STALE_MS,
  });
}

export const NEW_ATTEMPTS_KEY = "new-attempts";

/** How many match that are newer than `sinceMs`: one row is fetched, the total counts. */
export function newAttemptsQuery(view: AttemptView, sinceMs: number) {
  const query = canonicalQuery({ ...view, range: "24h", from: sinceMs + 1, to: null });
  return queryOptions({
    queryKey: [NEW_ATTEMPTS_KEY, query],
    queryFn: async ({ signal }) =>
      (await fetchJson<AttemptPage>(`/api/v1/attempts${queryWith(query, { limit: 1 })}`, signal)).total,
  });
}

/** How an attempt's caller came by his credentials; what is missing is looked up meanwhile. */
export function chainQuery(id: string) {
  return queryOptions({
    queryKey: ["chain", id],
    queryFn: ({ signal }) =>
      fetchJson<AttemptChain>(`/api/v1/attempts/${encodeURIComponent(id)}/chain?lookUp=true`, signal),
  });
}

/** All requests around an attempt, as far as they were read; nothing is begun by asking how it stands. */
export function askedRequestsQuery(id: string, span: RequestSpan, limit: number) {
  return queryOptions({
    queryKey: ["asked-requests", id, span, limit],
    queryFn: ({ signal }) => fetchAsked(id, { span, limit }, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The same; `read` begins the reading, or gives it up. */
export function fetchAsked(
  id: string,
  {
    span,
    limit,
    read,
  }: { readonly span: RequestSpan; readonly limit: number; readonly read?: "begin" | "stop" },
  signal?: AbortSignal,
): Promise<AskedRequests> {
  const query = new URLSearchParams({ span, limit: String(limit), ...(read && { read }) });
  return fetchJson(`/api/v1/attempts/${encodeURIComponent(id)}/all-requests?${query}`, signal);
}

export function clustersQuery() {
  return queryOptions({
    queryKey: ["clusters"],
    queryFn: ({ signal }) => fetchJson<ClusterList>("/api/v1/clusters", signal),
    staleTime: 5_000,
  });
}

export function clusterQuery(name: string) {
  return queryOptions({
    queryKey: ["clusters", name],
    queryFn: ({ signal }) => fetchJson<ClusterReport>(`/api/v1/clusters/${encodeURIComponent(name)}`, signal),
    staleTime: 5_000,
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

/** Of the last day: whose tokens were presented, as far as no log tells of it. */
export function presentedTokensQuery() {
  return queryOptions({
    queryKey: ["presented-tokens"],
    queryFn: ({ signal }) =>
      fetchJson<PresentedTokens>(`/api/v1/presented-tokens?range=24h&limit=${SESSIONS_SHOWN}`, signal),
    staleTime: STALE_MS,
  });
}
