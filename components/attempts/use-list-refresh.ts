import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";
import type { AttemptView } from "@/lib/search-params/attempt-view";
import { attemptsQuery } from "@/lib/search-params/query-options";
import type { AttemptList } from "./use-attempt-queries";

/**
 * Starts the list again from its newest row. An empty list does so by itself when there is something to show: nobody
 * reads it yet.
 */
export function useListRefresh(view: AttemptView, list: AttemptList, fresh: number): () => void {
  const client = useQueryClient();
  const refresh = useCallback(() => {
    window.scrollTo({ top: 0 });
    void client.resetQueries({ queryKey: attemptsQuery(view).queryKey });
  }, [client, view]);
  const empty = list.data?.pages[0]?.rows.length === 0;
  useEffect(() => {
    if (empty && fresh > 0) refresh();
  }, [empty, fresh, refresh]);
  return refresh;
}
