import { queryOptions } from "@tanstack/react-query";
import type { PresentedTokens } from "@/lib/domain/summarize/attempts/presented-tokens";
import { fetchJson } from "../fetch-json";

const SESSIONS_SHOWN = 12;
const STALE_MS = 60_000;

/** Of the last day: whose tokens were presented, as far as no log tells of it. */
export function presentedTokensQuery() {
  return queryOptions({
    queryKey: ["presented-tokens"],
    queryFn: ({ signal }) =>
      fetchJson<PresentedTokens>(`/api/v1/presented-tokens?range=24h&limit=${SESSIONS_SHOWN}`, signal),
    staleTime: STALE_MS,
  });
}
