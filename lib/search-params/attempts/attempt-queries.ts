import { queryOptions } from "@tanstack/react-query";
import type { AttemptDetail } from "@/lib/domain/summarize/attempts/attempt-detail";
import type { AttemptChain } from "@/lib/domain/summarize/chain/attempt-chain";
import type { AttemptReach } from "@/lib/domain/summarize/configuration/attempt-reach";
import type { AttemptRequests } from "@/lib/domain/summarize/requests/request-page";
import { fetchJson } from "../fetch-json";

/** An attempt hardly changes: a late record may be added. */
const STALE_MS = 60_000;

/** One attempt, explained. */
export function attemptQuery(id: string) {
  return part<AttemptDetail>(id, "");
}

/** What its identity may do. */
export function attemptReachQuery(id: string) {
  return part<AttemptReach>(id, "/reach");
}

/** What was done while its token was good. */
export function attemptRequestsQuery(id: string) {
  return part<AttemptRequests>(id, "/requests");
}

/** How an attempt's caller came by his credentials; what is missing is looked up meanwhile. */
export function chainQuery(id: string) {
  return queryOptions({
    queryKey: ["chain", id],
    queryFn: ({ signal }) =>
      fetchJson<AttemptChain>(`/api/v1/attempts/${encodeURIComponent(id)}/chain?lookUp=true`, signal),
  });
}

function part<T>(id: string, path: "" | "/reach" | "/requests") {
  return queryOptions({
    queryKey: ["attempt", id, path],
    queryFn: ({ signal }) => fetchJson<T>(`/api/v1/attempts/${encodeURIComponent(id)}${path}`, signal),
    staleTime: STALE_MS,
  });
}
