import { useSettings } from "@/components/settings/settings-provider";
import { UTC } from "@/lib/domain/time/zone";
import { type ColumnId, DEFAULT_COLUMNS } from "@/lib/search-params/attempts/list-columns";
import { ColumnBorder } from "../columns/column-border";
import { COLUMN_WORDS } from "../columns/column-words";
import { CELL, CHOSEN_GRID, ROW_GRID } from "./row-grid";

const DEFAULT_IDS = DEFAULT_COLUMNS.map(({ id }) => id);

export function AttemptListHead({ chosen }: { chosen: readonly ColumnId[] | null }) {
  const { zone } = useSettings();
  const ids = chosen ?? DEFAULT_IDS;
  return (
    <thead className="block max-md:sr-only md:sticky md:top-11 md:z-10 md:border-b md:border-line md:bg-paper">
      <tr
        aria-rowindex={1}
        className={`${chosen === null ? ROW_GRID : CHOSEN_GRID} h-7 text-xs font-medium text-ink-2`}
      >
        {ids.map((id, i) => (
          <th
            key={id}
            scope="col"
            className={`${CELL} relative text-left leading-7 font-medium ${chosen === null && id === "origin" ? "max-lg:hidden" : ""}`}
          >
            {COLUMN_WORDS[id]}
            {id === "time" ? ` (${zone === UTC ? UTC : "local"})` : null}
            {id === "who" ? (
              <span className="ml-2 font-normal text-ink-3">
                <span className="underline decoration-line-strong decoration-dotted underline-offset-3">
                  dotted
                </span>
                : set by the caller
              </span>
            ) : null}
            {i < ids.length - 1 ? <ColumnBorder index={i} /> : null}
          </th>
        ))}
      </tr>
    </thead>
  );
}
