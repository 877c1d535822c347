import { useSettings } from "@/components/settings/settings-provider";
import { UTC } from "@/lib/domain/time/zone";
import { CELL, ROW_GRID } from "./row-grid";

const COLUMNS = ["Time", "Decision", "Who", "Origin", "As whom, or why not", "Through", "Cluster"] as const;

export function AttemptListHead() {
  const { zone } = useSettings();
  return (
    <thead className="block max-md:sr-only md:sticky md:top-11 md:z-10 md:border-b md:border-line md:bg-paper">
      <tr aria-rowindex={1} className={`${ROW_GRID} h-7 text-xs font-medium text-ink-2`}>
        {COLUMNS.map((column) => (
          <th
            key={column}
            scope="col"
            className={`${CELL} text-left font-medium ${column === "Origin" ? "max-lg:hidden" : ""}`}
          >
            {column}
            {column === "Time" ? ` (${zone === UTC ? UTC : "local"})` : null}
            {column === "Who" ? (
              <span className="ml-2 font-normal text-ink-3">
                <span className="underline decoration-line-strong decoration-dotted underline-offset-3">
                  dotted
                </span>
                : set by the caller
              </span>
            ) : null}
          </th>
        ))}
      </tr>
    </thead>
  );
}
