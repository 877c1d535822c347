import { memo } from "react";
import { formatCount } from "@/components/ui/format-count";
import { CELL, ROW_GRID, ROW_LOOKS } from "./row-grid";

interface PlaceholderRowProps {
  readonly index: number;
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
  tabbable,
  top,
  onFocus,
}: PlaceholderRowProps) {
  return (
    <tr
      aria-rowindex={index + 2}
      style={{ transform: `translateY(${top}px)` }}
      className={`${ROW_GRID} ${ROW_LOOKS} absolute inset-x-0 top-0`}
    >
      {BARS.map((width, column) => (
        <td key={width} className={`${CELL} ${/max-\w+:hidden/.exec(width)?.[0] ?? ""}`}>
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
