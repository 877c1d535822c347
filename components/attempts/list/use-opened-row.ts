import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo } from "react";
import type { FrozenList } from "@/lib/search-params/attempts/attempt-list-queries";

/** Whoever comes back from an attempt finds the focus on its row. Gives what remembers the row that is opened. */
export function useOpenedRow(list: FrozenList, take: (index: number) => void): (index: number) => void {
  const client = useQueryClient();
  const queryKey = useMemo(() => ["opened-row", list.query], [list.query]);
  useEffect(() => {
    const index = client.getQueryData<number>(queryKey);
    if (index === undefined) return;
    client.removeQueries({ queryKey });
    take(index);
  }, [client, queryKey, take]);
  return useCallback((index) => void client.setQueryData(queryKey, index), [client, queryKey]);
}
