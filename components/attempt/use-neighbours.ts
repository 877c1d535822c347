import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useListRows } from "@/components/attempts/list/use-list-rows";
import type { Attempt } from "@/lib/domain/correlate/attempt";
import {
  type FrozenList,
  frozenListQuery,
  PAGE_SIZE,
  ROWS_KEY,
} from "@/lib/search-params/attempt-list-queries";
import type { AttemptView } from "@/lib/search-params/attempt-view";

const NONE = { first: 0, last: -1 };

/** The attempt's place in the list one came from; all null after a reload, since that list is then not in memory. */
export function useNeighbours(id: string, view: AttemptView) {
  const client = useQueryClient();
  const list = client.getQueryData(frozenListQuery(view).queryKey);
  const index = list === undefined ? null : findRow(client, list, id);
  const near = index === null ? NONE : { first: Math.max(0, index - 1), last: index + 1 };
  const { rowAt } = useListRows(list, { window: near });
  const idAt = (row: number) => (index === null || row < 0 ? null : (rowAt(row)?.id ?? null));
  return {
    newer: idAt((index ?? 0) - 1),
    older: idAt((index ?? 0) + 1),
    position: index === null ? null : index + 1,
    total: list?.total ?? null,
  };
}

/** Looks through the rows in memory; null = it is not among them. */
function findRow(client: QueryClient, list: FrozenList, id: string): number | null {
  const first = list.rows.findIndex((row) => row.id === id);
  if (first >= 0) return first;
  const pages = client.getQueriesData<readonly Attempt[]>({ queryKey: [ROWS_KEY, list.query] });
  for (const [key, rows] of pages) {
    const at = rows?.findIndex((row) => row.id === id) ?? -1;
    if (at >= 0) return Number(key.at(-1)) * PAGE_SIZE + at;
  }
  return null;
}
