import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";
import type { AttemptView } from "@/lib/search-params/attempt-view";
import { frozenListQuery } from "@/lib/search-params/attempt-list-queries";
import type { ListResult } from "../use-attempt-queries";
import type { ListPlace } from "../use-attempt-view";

interface Shown {
  readonly view: AttemptView;
  readonly list: ListResult;
  readonly place: ListPlace;
  /** How many attempts the list does not show. */
  readonly fresh: number;
}

/**
 * Starts the list again from its newest row. An empty list does so by itself when there is something to show: nobody
 * reads it yet.
 */
export function useListRefresh({ view, list, place, fresh }: Shown): () => void {
  const client = useQueryClient();
  const { goTo } = place;
  const refresh = useCallback(() => {
    window.scrollTo({ top: 0 });
    goTo(null, "replace");
    void client.refetchQueries({ queryKey: frozenListQuery(view).queryKey, exact: true });
  }, [client, view, goTo]);
  const empty = list.data?.total === 0;
  useEffect(() => {
    if (empty && fresh > 0) refresh();
  }, [empty, fresh, refresh]);
  return refresh;
}
