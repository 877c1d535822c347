import { type InfiniteData, useQueryClient } from "@tanstack/react-query";
import type { AttemptPage } from "@/lib/domain/summarize/attempt-page";
import type { AttemptView } from "@/lib/search-params/attempt-view";
import { attemptsQuery } from "@/lib/search-params/query-options";

/** The attempt's place in the list one came from; all null after a reload, since that list is then not in memory. */
export function useNeighbours(id: string, view: AttemptView) {
  const client = useQueryClient();
  const list = client.getQueryData<InfiniteData<AttemptPage>>(attemptsQuery(view).queryKey);
  const rows = list?.pages.flatMap((page) => page.rows) ?? [];
  const index = rows.findIndex((row) => row.id === id);
  return {
    newer: rows[index - 1]?.id ?? null,
    older: index < 0 ? null : (rows[index + 1]?.id ?? null),
    position: index < 0 ? null : index + 1,
    total: list?.pages[0]?.total ?? null,
  };
}
