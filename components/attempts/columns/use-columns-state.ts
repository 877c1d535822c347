import { useCallback, useEffect, useMemo, useState } from "react";
import { useMediaQuery } from "@/components/ui/use-media-query";
import {
  type ColumnId,
  DEFAULT_COLUMNS,
  type ListColumn,
  printColumns,
} from "@/lib/search-params/attempts/list-columns";
import { keepColumns, readKeptColumns } from "./kept-columns";
import type { ListColumns } from "./list-columns-context";

/** Rows have columns; on narrower screens they are two lines with all that matters. */
const WIDE = "(width >= 48rem)";

/**
 * The list's columns: those of the address, else those that this browser keeps, which then stand in the address too.
 * `show` writes them there, as they are printed.
 */
export function useColumnsState(
  ofAddress: readonly ListColumn[] | null,
  show: (text: string | null) => void,
): ListColumns {
  const wide = useMediaQuery(WIDE);
  const [dragged, draft] = useState<readonly ListColumn[] | null>(null);
  useEffect(() => {
    const kept = ofAddress === null ? readKeptColumns() : null;
    if (kept !== null) show(kept);
  }, [ofAddress, show]);
  const change = useCallback(
    (columns: readonly ListColumn[]) => {
      const text = printColumns(columns);
      keepColumns(text);
      draft(null);
      show(text);
    },
    [show],
  );
  const columns = dragged ?? ofAddress ?? DEFAULT_COLUMNS;
  const ids = wide && printColumns(columns) !== null ? columns.map(({ id }) => id).join() : "";
  const chosen = useMemo(() => (ids === "" ? null : (ids.split(",") as ColumnId[])), [ids]);
  return useMemo(() => ({ columns, chosen, change, draft }), [columns, chosen, change]);
}
