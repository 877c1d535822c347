import { createContext, useContext } from "react";
import { type ColumnId, DEFAULT_COLUMNS, type ListColumn } from "@/lib/search-params/attempts/list-columns";

/** The columns of the list as they are shown, and how to change them. */
export interface ListColumns {
  readonly columns: readonly ListColumn[];
  /** Their ids, where they are not those that a list has by itself; else null. The same object while they are the same. */
  readonly chosen: readonly ColumnId[] | null;
  /** Shows them, keeps them in the address and in this browser. */
  readonly change: (columns: readonly ListColumn[]) => void;
  /** Shows them while they are dragged; null = as they were. */
  readonly draft: (columns: readonly ListColumn[] | null) => void;
}

const nothing = () => {};

export const ListColumnsContext = createContext<ListColumns>({
  columns: DEFAULT_COLUMNS,
  chosen: null,
  change: nothing,
  draft: nothing,
});

export function useListColumns(): ListColumns {
  return useContext(ListColumnsContext);
}
