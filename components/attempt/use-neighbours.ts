import { useQueryClient } from "@tanstack/react-query";
import { findRow } from "@/components/attempts/list/find-row";
import { useListRows } from "@/components/attempts/list/use-list-rows";
import { frozenListQuery } from "@/lib/search-params/attempts/attempt-list-queries";
import type { AttemptView } from "@/lib/search-params/attempts/attempt-view";

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
