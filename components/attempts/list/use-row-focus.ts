import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from "react";
import type { RowWindow } from "./row-window";

interface FocusableRows {
  readonly list: RefObject<HTMLElement | null>;
  readonly total: number;
  /** Rows in sight: where it is none of them, Tab enters at the first. */
  readonly inSight: RowWindow;
  /** Scrolls a row into sight. */
  readonly reveal: (index: number) => void;
}

export interface RowFocus {
  /** The row that has the focus, wherever it was scrolled to; null = none has. */
  readonly focused: number | null;
  /** The row that Tab enters at. */
  readonly tabStop: number;
  readonly onFocus: (index: number) => void;
  readonly onLeave: () => void;
  /** Gives a row the focus and scrolls it into sight. */
  readonly goTo: (index: number) => void;
  /** Gives a row the focus where it is. */
  readonly take: (index: number) => void;
  readonly step: (rows: number) => void;
}

/**
 * One row is the list's stop for Tab, which keys move. A row that is not drawn yet, or not
 * loaded, gets the focus as soon as it is there.
 */
export function useRowFocus({ list, total, inSight, reveal }: FocusableRows): RowFocus {
  const [current, setCurrent] = useState<number | null>(null);
  const [inside, setInside] = useState(false);
  const wanted = useRef<number | null>(null);
  useLayoutEffect(() => {
    const row = list.current?.querySelector<HTMLElement>(`[data-row="${wanted.current}"]`);
    if (!row) return;
    if (row !== document.activeElement) row.focus({ preventScroll: true });
    // What stands in for a row that is still loading hands the focus on.
    if (row.matches("a")) wanted.current = null;
  });
  const near = current !== null && current >= inSight.first && current <= inSight.last;
  const tabStop = near ? current : inSight.first;
  const take = useCallback((index: number) => {
    wanted.current = index;
    setCurrent(index);
    setInside(true);
  }, []);
  const goTo = useCallback(
    (index: number) => {
      const next = Math.min(total - 1, Math.max(0, index));
      if (next < 0) return;
      take(next);
      reveal(next);
    },
    [total, take, reveal],
  );
  const step = useCallback(
    (rows: number) => {
      const here = inside && (list.current?.contains(document.activeElement) ?? false);
      goTo(here && current !== null ? current + rows : tabStop);
    },
    [list, goTo, inside, current, tabStop],
  );
  const onFocus = useCallback((index: number) => {
    setCurrent(index);
    setInside(true);
    if (wanted.current !== index) wanted.current = null;
  }, []);
  const onLeave = useCallback(() => {
    wanted.current = null;
    setInside(false);
  }, []);
  return { focused: inside ? current : null, tabStop, onFocus, onLeave, goTo, take, step };
}
