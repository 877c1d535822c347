import { useQueryClient } from "@tanstack/react-query";
import { type MouseEvent, useRef } from "react";
import type { TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import type { Histogram } from "@/lib/domain/summarize/attempts/attempt-counts";
import type { FrozenList } from "@/lib/search-params/attempts/attempt-list-queries";
import { AttemptTable } from "./attempt-table";
import { DrawnRows } from "./drawn-rows";
import { findRow } from "./find-row";
import { PlaceBar } from "./place-bar";
import { ThumbMarker } from "./thumb-marker";
import { SheetSlot } from "../sheet/sheet-slot";
import { useSideSheet } from "../sheet/use-side-sheet";
import type { ListPlace, OpenedAttempt } from "../use-attempt-view";
import { seeAround } from "./see-around";
import { useListKeys } from "./use-list-keys";
import { useListPlace } from "./use-list-place";
import { useListRows } from "./use-list-rows";
import { useListScroll } from "./use-list-scroll";
import { useOpenedRow } from "./use-opened-row";
import { useRowFocus } from "./use-row-focus";

export interface AttemptListProps {
  readonly list: FrozenList;
  /** The list is of the view before; the new one is on its way. */
  readonly stale: boolean;
  readonly place: ListPlace;
  readonly opened: OpenedAttempt;
  /** undefined: not there yet. */
  readonly histogram: Histogram | undefined;
  readonly hrefOf: (attempt: Pick<TracedAttempt, "id">) => string;
}

/** All matches behind one scroll bar, the rows in sight fetched by their position. */
export function ScrolledList({ list, stale, place, opened, histogram, hrefOf }: AttemptListProps) {
  const client = useQueryClient();
  const table = useRef<HTMLTableElement>(null);
  const box = useRef<HTMLTableSectionElement>(null);
  const { total } = list;
  const scroll = useListScroll(box, total);
  const { drawn, inSight, reveal, scrollToRow, calm } = scroll;
  const focus = useRowFocus({ list: table, total, inSight, reveal });
  const row = opened.id === null ? null : findRow(client, list, opened.id);
  const { rowAt, error, retry } = useListRows(list, { window: drawn, kept: focus.focused ?? row, calm });
  const sheet = useSideSheet({ opened, row, rowAt, hrefOf, focus, reveal });
  useListKeys(sheet.step, () => seeAround(rowAt(row ?? focus.focused ?? -1)));
  const topRow = inSight.first;
  const topMs = rowAt(topRow)?.timeMs ?? null;
  const keepPlace = useListPlace({ list, stale, place, topRow, topMs, scrollToRow });
  // A list that is in sight as a whole has no places to tell apart.
  const fits = error === null && total * scroll.rowHeight <= scroll.viewHeight;
  const rememberOpened = useOpenedRow(list, focus.take);
  const leave = (index: number) => {
    keepPlace();
    rememberOpened(index);
  };
  const onOpen = (index: number, event: MouseEvent) => {
    if (!sheet.takes(event)) return leave(index);
    event.preventDefault();
    keepPlace();
    sheet.open(index);
  };
  return (
    <>
      <AttemptTable table={table} total={total} stale={stale}>
        <DrawnRows
          {...{ box, scroll, focus, total, rowAt, hrefOf, onOpen }}
          openedId={sheet.id}
          onStep={sheet.step}
        />
      </AttemptTable>
      {calm ? null : <ThumbMarker {...{ scroll, total, histogram, topMs }} />}
      <p className="h-10 px-4 py-2 text-ink-2">That is all that was read for this time.</p>
      {fits ? null : (
        <PlaceBar
          {...{ topRow, topMs, total, error }}
          onRetry={retry}
          onGoTo={(ms) => place.goTo(ms, "push")}
        />
      )}
      <SheetSlot {...{ sheet, row, total, rowAt, hrefOf }} onLeave={leave} />
    </>
  );
}
