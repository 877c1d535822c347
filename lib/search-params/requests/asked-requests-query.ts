import { queryOptions } from "@tanstack/react-query";
import type { AskedRequests, RequestSpan } from "@/lib/domain/summarize/requests/asked-requests";
import { fetchJson } from "../fetch-json";

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
