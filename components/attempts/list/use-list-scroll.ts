import { type RefObject, useCallback, useLayoutEffect, useRef } from "react";
import { type TallScroll, useTallScroll } from "@/components/ui/use-tall-scroll";
import { type RowWindow, rowsToDraw, topRowOf } from "./row-window";
import { useRowMeasures } from "./use-row-measures";

export interface ListScroll extends TallScroll {
  readonly rowHeight: number;
  /** The rows to draw. */
  readonly drawn: RowWindow;
  /** The rows that are whole in sight. */
  readonly inSight: RowWindow;
  /** Where a row's top stands in the box. px */
  readonly topOf: (row: number) => number;
  /** Puts a row at the top of what is in sight. */
  readonly scrollToRow: (row: number) => void;
  /** Scrolls only if the row is not in sight. */
  readonly reveal: (row: number) => void;
}

/** The list's rows in terms of the page's scroll bar. `box` stands for all of them. */
export function useListScroll(box: RefObject<HTMLElement | null>, total: number): ListScroll {
  const { rowHeight, inset, footer } = useRowMeasures();
  const scroll = useTallScroll(box, total * rowHeight);
  const { offset, viewHeight, shift, boxHeight, moveTo } = scroll;
  const first = topRowOf(offset, { inset, rowHeight, total });
  const last = Math.min(total, Math.floor((offset + viewHeight - footer) / rowHeight)) - 1;
  const scrollToRow = useCallback(
    (row: number) => {
      // Above the first row stands more than what covers the view.
      moveTo((now) => (row > 0 || now > -inset ? row * rowHeight - inset : now));
    },
    [inset, rowHeight, moveTo],
  );
  const reveal = useCallback(
    (row: number) => {
      const start = row * rowHeight;
      const lowest = start + rowHeight + footer - viewHeight;
      moveTo((now) => (start < now + inset ? start - inset : Math.max(now, lowest)));
    },
    [viewHeight, inset, footer, rowHeight, moveTo],
  );
  useSameTopRow(first, rowHeight, scrollToRow);
  return {
    ...scroll,
    rowHeight,
    drawn: rowsToDraw({ offset, viewHeight, rowHeight, total }),
    inSight: { first, last: Math.max(first, last) },
    // A row that is kept far out of sight must not make the page higher.
    topOf: (row) => Math.min(Math.max(0, row * rowHeight + shift), Math.max(0, boxHeight - rowHeight)),
    scrollToRow,
    reveal,
  };
}

/** A window that turns narrow makes rows higher: the one that was at the top stays there. */
function useSameTopRow(top: number, rowHeight: number, scrollToRow: (row: number) => void): void {
  const before = useRef({ top, rowHeight });
  useLayoutEffect(() => {
    const { top: row, rowHeight: height } = before.current;
    if (height === rowHeight) before.current = { top, rowHeight };
    else {
      before.current = { top: row, rowHeight };
      scrollToRow(row);
    }
  }, [top, rowHeight, scrollToRow]);
}
