import { infiniteQueryOptions } from "@tanstack/react-query";
import type { RawPage } from "@/lib/domain/summarize/raw-search";
import type { TimeRange } from "@/lib/domain/time/time-range";
import { type AttemptView, canonicalQuery, EMPTY_VIEW } from "./attempt-view";
import { fetchJson } from "../fetch-json";
import { queryWith } from "../parameters/query-with";

/** The raw records that hold a view's text, newest first. Of its other filters only the clusters are known to them. */
export function rawLinesQuery({ q, cluster }: Pick<AttemptView, "q" | "cluster">, { from, to }: TimeRange) {
  const query = canonicalQuery({ ...EMPTY_VIEW, q, cluster, from, to });
  return infiniteQueryOptions({
    queryKey: ["raw-lines", query],
    queryFn: ({ pageParam, signal }) =>
      fetchJson<RawPage>(`/api/v1/raw-lines${queryWith(query, { cursor: pageParam })}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
