import { type PointerEvent, useRef } from "react";
import { clampWidth, type ListColumn } from "@/lib/search-params/attempts/list-columns";
import { moveBorder } from "./change-columns";
import { useListColumns } from "./list-columns-context";

interface Drag {
  readonly startX: number;
  readonly columns: readonly ListColumn[];
}

/** The border behind a column's title, to drag. By keyboard the menu of the columns does the same. */
export function ColumnBorder({ index }: { index: number }) {
  const { columns, change, draft } = useListColumns();
  const drag = useRef<Drag | null>(null);
  const moved = ({ clientX }: PointerEvent) =>
    drag.current === null
      ? columns
      : moveBorder(drag.current.columns, index, (clientX - drag.current.startX) / unitPx());
  return (
    <span
      aria-hidden="true"
      data-border={index}
      className="absolute inset-y-0 right-0 w-2.5 cursor-col-resize touch-none border-r border-transparent hover:border-line-strong active:border-accent max-md:hidden"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { startX: event.clientX, columns: measure(event.currentTarget, columns) };
      }}
      onPointerMove={(event) => {
        if (drag.current !== null) draft(moved(event));
      }}
      onPointerUp={(event) => {
        if (drag.current === null) return;
        change(moved(event));
        drag.current = null;
      }}
      onPointerCancel={() => {
        drag.current = null;
        draft(null);
      }}
    />
  );
}

/** A quarter of a letter's height. */
function unitPx(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 4;
}

/** The columns as wide as they are drawn; one that is not drawn keeps its width. */
function measure(border: Element, columns: readonly ListColumn[]): readonly ListColumn[] {
  const heads = [...(border.closest("tr")?.children ?? [])];
  const unit = unitPx();
  return columns.map((column, i) => {
    const width = heads[i]?.getBoundingClientRect().width ?? 0;
    return width === 0 ? column : { ...column, width: clampWidth(width / unit) };
  });
}
