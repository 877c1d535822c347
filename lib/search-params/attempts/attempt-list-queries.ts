import { queryOptions } from "@tanstack/react-query";
import type { TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import type { AttemptPage } from "@/lib/domain/summarize/attempts/attempt-page";
import { type AttemptView, canonicalQuery } from "./attempt-view";
import { fetchJson } from "../fetch-json";
import { printInstantText } from "../parameters/instant-text";
import { queryWith } from "../parameters/query-with";

export const PAGE_SIZE = 100;

/** Walking on from an attempt that was read for long must still find its list. */
const KEPT_MS = 30 * 60_000;

/** All matches of a view as one list that holds still: positions in it stay what they are while more come in. */
export interface FrozenList {
  /** The canonical text of the view with its range made absolute. */
  readonly query: string;
  /** The canonical text of the view it was started for. */
  readonly view: string;
  readonly total: number;
  /** The first page. */
  readonly rows: readonly TracedAttempt[];
}

/** The list that a view's first page starts. */
export function freezeList(view: AttemptView, { rows, total, range }: AttemptPage): FrozenList {
  const query = canonicalQuery({ ...view, range: "24h", ...range });
  return { query, view: canonicalQuery(view), total, rows };
}

/** Asked anew only when one wants to see what came in since: nothing moves under the reader's eyes. */
export function frozenListQuery(view: AttemptView) {
  return queryOptions({
    queryKey: ["attempt-list", canonicalQuery(view)],
    queryFn: ({ signal }) => startList(view, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: KEPT_MS,
  });
}

/** The list as it would start now, kept aside: for whoever decides once it is there whether to show it. */
export function nextListQuery(view: AttemptView) {
  return queryOptions({
    queryKey: ["next-attempt-list", canonicalQuery(view)],
    queryFn: ({ signal }) => startList(view, signal),
    gcTime: 0,
  });
}

async function startList(view: AttemptView, signal: AbortSignal): Promise<FrozenList> {
  return freezeList(view, await fetchPage(canonicalQuery(view), { limit: PAGE_SIZE }, signal));
}

export const ROWS_KEY = "attempt-rows";

/** The rows from `page * PAGE_SIZE` on. */
export function listRowsQuery(list: Pick<FrozenList, "query">, page: number) {
  return queryOptions({
    queryKey: [ROWS_KEY, list.query, page],
    queryFn: async ({ signal }) => {
      const place = { limit: PAGE_SIZE, position: page * PAGE_SIZE };
      return (await fetchPage(list.query, place, signal)).rows;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Where in the list the newest match that is not later than `atMs` stands; the total where there is none. */
export function listPositionQuery(list: Pick<FrozenList, "query">, atMs: number) {
  return queryOptions({
    queryKey: ["attempt-position", list.query, atMs],
    queryFn: async ({ signal }) =>
      (await fetchPage(list.query, { limit: 1, at: printInstantText(atMs) }, signal)).position,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

function fetchPage(
  query: string,
  place: Readonly<Record<string, string | number | null>>,
  signal: AbortSignal,
): Promise<AttemptPage> {
  return fetchJson<AttemptPage>(`/api/v1/attempts${queryWith(query, place)}`, signal);
}
