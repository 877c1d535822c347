import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";
import type { AttemptView } from "@/lib/search-params/attempts/attempt-view";
import { frozenListQuery, nextListQuery } from "@/lib/search-params/attempts/attempt-list-queries";
import type { ListResult } from "../use-attempt-queries";
import type { ListPlace } from "../use-attempt-view";

interface Shown {
  readonly view: AttemptView;
  readonly list: ListResult;
  readonly place: ListPlace;
  /** How many attempts the list does not show. */
  readonly fresh: number;
  /** New attempts come in by themselves. */
  readonly flows: boolean;
}

/**
 * Starts the list again from its newest row. It does so by itself when there is something to show that moves nothing under
 * the reader's eyes: where the list is empty, or, while new attempts flow in, where its top is in sight and no row is in use.
 */
export function useListRefresh({ view, list, place, fresh, flows }: Shown): () => void {
  const client = useQueryClient();
  const { goTo } = place;
  const refresh = useCallback(() => {
    window.scrollTo({ top: 0 });
    goTo(null, "replace");
    void client.refetchQueries({ queryKey: frozenListQuery(view).queryKey, exact: true });
  }, [client, view, goTo]);
  const flowIn = useCallback(async () => {
    const next = await client.fetchQuery(nextListQuery(view)).catch(() => null);
    // Who began to read in the meantime reads on.
    if (next === null || !isAtRest()) return;
    goTo(null, "replace");
    client.setQueryData(frozenListQuery(view).queryKey, next);
  }, [client, view, goTo]);
  const empty = list.data?.total === 0;
  useEffect(() => {
    if (fresh === 0) return;
    if (empty) refresh();
    else if (flows && isAtRest()) void flowIn();
  }, [empty, fresh, flows, refresh, flowIn]);
  return refresh;
}

/** The page stands at its top, no row has the focus, and nothing is marked or open over it. */
function isAtRest(): boolean {
  const inUse = document.querySelector(
    "tbody :focus, tbody tr:hover, [aria-expanded=true][aria-controls], [data-side-sheet]",
  );
  return window.scrollY < 1 && inUse === null && (window.getSelection()?.isCollapsed ?? true);
}
