import type { KeyboardEvent, MouseEvent, RefObject } from "react";
import type { TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import { useListColumns } from "../columns/list-columns-context";
import { AttemptRow } from "./attempt-row";
import { PlaceholderRow } from "./placeholder-row";
import { rowsWith } from "./row-window";
import type { ListScroll } from "./use-list-scroll";
import type { RowFocus } from "./use-row-focus";

interface DrawnRowsProps {
  readonly box: RefObject<HTMLTableSectionElement | null>;
  readonly scroll: ListScroll;
  readonly focus: RowFocus;
  readonly total: number;
  readonly rowAt: (index: number) => TracedAttempt | undefined;
  readonly hrefOf: (attempt: TracedAttempt) => string;
  /** The attempt that is open beside the list; null = none is. */
  readonly openedId: string | null;
  readonly onStep: (rows: number) => void;
  /** A row's link was pressed. */
  readonly onOpen: (index: number, event: MouseEvent) => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 20, PageUp: -20 };

/** The rows near the screen, each at its place in a box that stands for all of them. */
export function DrawnRows(props: DrawnRowsProps) {
  const { box, scroll, focus, total, rowAt, hrefOf, openedId, onStep, onOpen } = props;
  const { chosen } = useListColumns();
  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = STEPS[event.key];
    if (step !== undefined) onStep(step);
    else if (event.key === "Home") focus.goTo(0);
    else if (event.key === "End") focus.goTo(total - 1);
    else return;
    event.preventDefault();
  }
  return (
    <tbody
      ref={box}
      className="relative block [overflow-anchor:none]"
      style={{ height: scroll.boxHeight }}
      onKeyDown={onKeyDown}
      onClickCapture={(event) => {
        const { target } = event;
        if (target instanceof Element && target.closest("a") !== null) onOpen(rowOf(target), event);
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) focus.onLeave();
      }}
    >
      {rowsWith(scroll.drawn, focus.focused).map((index) => {
        const attempt = rowAt(index);
        const place = {
          index,
          chosen,
          top: scroll.topOf(index),
          tabbable: index === focus.tabStop,
          onFocus: focus.onFocus,
        };
        return attempt === undefined ? (
          <PlaceholderRow key={index} {...place} />
        ) : (
          <AttemptRow
            key={index}
            attempt={attempt}
            href={hrefOf(attempt)}
            opened={attempt.id === openedId}
            {...place}
          />
        );
      })}
    </tbody>
  );
}

function rowOf(target: Element): number {
  // The head is row 1.
  return Number(target.closest("tr")?.getAttribute("aria-rowindex") ?? 2) - 2;
}
