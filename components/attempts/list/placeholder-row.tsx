import { memo } from "react";
import { formatCount } from "@/components/ui/format-count";
import type { ColumnId } from "@/lib/search-params/attempts/list-columns";
import { CELL, CHOSEN_GRID, ROW_GRID, ROW_LOOKS } from "./row-grid";

interface PlaceholderRowProps {
  readonly index: number;
  /** The columns; null = those that a list has by itself. */
  readonly chosen: readonly ColumnId[] | null;
  readonly tabbable: boolean;
  readonly top: number;
  readonly onFocus: (index: number) => void;
}

/** Widths of the bars, by column, and where a column is left out. */
const BARS = [
  "w-24",
  "w-16",
  "w-2/3",
  "w-1/3 max-lg:hidden",
  "w-1/2",
  "w-2/3 max-md:hidden",
  "w-12 max-md:hidden",
] as const;

/** Stands where a row will be that is not loaded yet. */
export const PlaceholderRow = memo(function PlaceholderRow({
  index,
  chosen,
  tabbable,
  top,
  onFocus,
}: PlaceholderRowProps) {
  return (
    <tr
      aria-rowindex={index + 2}
      style={{ transform: `translateY(${top}px)` }}
      className={`${chosen === null ? ROW_GRID : CHOSEN_GRID} ${ROW_LOOKS} absolute inset-x-0 top-0`}
    >
      {(chosen?.map(() => "w-2/3") ?? BARS).map((width, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars have nothing but their place.
        <td key={column} className={`${CELL} ${/max-\w+:hidden/.exec(width)?.[0] ?? ""}`}>
          {column === 0 ? (
            // biome-ignore lint/a11y/useSemanticElements: it leads nowhere, it holds the focus for the link to come.
            <span
              data-row={index}
              role="link"
              aria-disabled
              tabIndex={tabbable ? 0 : -1}
              onFocus={() => onFocus(index)}
              className="sr-only"
            >
              Loading row {formatCount(index + 1)}
            </span>
          ) : null}
          <span aria-hidden="true" className={`block h-2 rounded-full bg-bar ${width}`} />
        </td>
      ))}
    </tr>
  );
});
