import { useLayoutEffect, useRef } from "react";
import { CONTROL } from "@/components/ui/control-class";
import { COLUMN_IDS, columnOf, DEFAULT_COLUMNS } from "@/lib/search-params/attempts/list-columns";
import { moveColumn, toggleColumn, widenColumn } from "./change-columns";
import { ColumnChoice } from "./column-choice";
import { useListColumns } from "./list-columns-context";

const STEP = 6;

/** All columns: those that are shown in their order, then the others. */
export function ColumnPanel() {
  const { columns, chosen, change } = useListColumns();
  const list = useRef<HTMLUListElement>(null);
  const pressed = useRef<string | null>(null);
  // What was pressed may have moved, and lost the focus by that.
  useLayoutEffect(() => {
    if (pressed.current !== null)
      list.current?.querySelector<HTMLElement>(`[data-act="${pressed.current}"]`)?.focus();
    pressed.current = null;
  });
  const others = COLUMN_IDS.filter((id) => columns.every((column) => column.id !== id));
  return (
    <section aria-label="Columns" className="grid w-80 max-w-full gap-2">
      <ul ref={list} className="grid">
        {[...columns, ...others.map(columnOf)].map(({ id }, place) => (
          <ColumnChoice
            key={id}
            id={id}
            place={place}
            shown={columns.length}
            onToggle={() => change(toggleColumn(columns, id))}
            onMove={(by) => {
              pressed.current = `${id} ${by}`;
              change(moveColumn(columns, id, by));
            }}
            onWiden={(sign) => change(widenColumn(columns, id, sign * STEP))}
          />
        ))}
      </ul>
      <div className="flex items-center justify-between gap-3 border-t border-line pt-2">
        <p className="text-xs text-ink-2">Kept in this browser, and in the link.</p>
        <button
          type="button"
          className={CONTROL}
          disabled={chosen === null}
          onClick={() => change(DEFAULT_COLUMNS)}
        >
          Reset
        </button>
      </div>
    </section>
  );
}
