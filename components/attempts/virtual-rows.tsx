import { useWindowVirtualizer } from "@tanstack/react-virtual";
import {
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { useMediaQuery } from "@/components/ui/use-media-query";
import type { Attempt } from "@/lib/domain/correlate/attempt";
import { AttemptRow } from "./attempt-row";
import { useRowFocus } from "./use-row-focus";

interface VirtualRowsProps {
  readonly table: RefObject<HTMLTableElement | null>;
  readonly rows: readonly Attempt[];
  readonly hrefOf: (attempt: Attempt) => string;
  readonly loadMore: () => void;
}

const WIDE_ROW = 32;
const NARROW_ROW = 64;
const LOAD_AHEAD = 30;
const ARROWS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 20, PageUp: -20 };

/** The rows near the screen, each at its place in a box as high as all of them. */
export function VirtualRows({ table, rows, hrefOf, loadMore }: VirtualRowsProps) {
  const box = useRef<HTMLTableSectionElement>(null);
  const narrow = useMediaQuery("(width < 48rem)");
  const rowHeight = narrow ? NARROW_ROW : WIDE_ROW;
  const top = useTopOf(box);
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => rowHeight,
    overscan: 15,
    scrollMargin: top,
    scrollPaddingStart: 90,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  useEffect(() => {
    // Sizes are remembered; a list that turns narrow must forget them.
    if (rowHeight > 0) virtualizer.measure();
  }, [virtualizer, rowHeight]);
  const items = virtualizer.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastShown >= rows.length - LOAD_AHEAD) loadMore();
  }, [lastShown, rows.length, loadMore]);
  const reveal = useCallback((index: number) => virtualizer.scrollToIndex(index), [virtualizer]);
  const { current, setCurrent, go } = useRowFocus(table, rows.length, reveal);
  // Where the last one was scrolled away, Tab enters at the first row in sight.
  const drawn = items.some(({ index }) => index === current);
  const tabStop = drawn ? current : (virtualizer.range?.startIndex ?? 0);
  function onKeyDown(event: KeyboardEvent) {
    const step = ARROWS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    go(step);
  }
  return (
    <tbody
      ref={box}
      className="relative block"
      style={{ height: virtualizer.getTotalSize() }}
      onKeyDown={onKeyDown}
    >
      {items.map(({ key, index, start }) => {
        const row = rows[index];
        return row === undefined ? null : (
          <AttemptRow
            key={key}
            attempt={row}
            index={index}
            href={hrefOf(row)}
            tabbable={index === tabStop}
            top={start - top}
            onFocus={setCurrent}
          />
        );
      })}
    </tbody>
  );
}

/** How far below the top of the page an element starts; what stands above it may grow. */
function useTopOf(element: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = () => {
      if (element.current) setTop(Math.round(element.current.getBoundingClientRect().top + window.scrollY));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [element]);
  return top;
}
