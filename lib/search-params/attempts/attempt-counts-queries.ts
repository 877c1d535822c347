import { queryOptions } from "@tanstack/react-query";
import type { Facets, Histogram } from "@/lib/domain/summarize/attempts/attempt-counts";
import type { AttemptPage } from "@/lib/domain/summarize/attempts/attempt-page";
import { fetchJson } from "../fetch-json";
import { queryWith } from "../parameters/query-with";
import { type AttemptView, canonicalQuery } from "./attempt-view";

export const FACET_LIMIT = 50;
export const BUCKETS = 96;

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
