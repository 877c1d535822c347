import { useRef } from "react";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { Attempt } from "@/lib/domain/correlate/attempt";
import { type AttemptView, canonicalQuery } from "@/lib/search-params/attempt-view";
import { AttemptListHead } from "./attempt-list-head";
import { AttemptRow } from "./attempt-row";
import { VirtualRows } from "./virtual-rows";

interface AttemptListProps {
  readonly rows: readonly Attempt[];
  readonly total: number;
  readonly view: AttemptView;
  /** The rows are of the view before; the new ones are on their way. */
  readonly stale: boolean;
  readonly loadMore: () => void;
}

/** Drawn by the server, and until the list can measure itself. */
const FIRST_ROWS = 40;
const nothing = () => {};

/** The attempts, newest first; only those near the screen are in the page. */
export function AttemptList({ rows, total, view, stale, loadMore }: AttemptListProps) {
  const hydrated = useHydrated();
  const table = useRef<HTMLTableElement>(null);
  const query = canonicalQuery(view);
  const hrefOf = ({ id }: Attempt) => `/attempts/${encodeURIComponent(id)}${query}`;
  return (
    <table
      ref={table}
      aria-label="Attempts, newest first"
      aria-rowcount={total + 1}
      aria-busy={stale}
      className={`block motion-safe:transition-opacity ${stale ? "opacity-60" : ""}`}
    >
      <AttemptListHead />
      {hydrated ? (
        <VirtualRows table={table} rows={rows} hrefOf={hrefOf} loadMore={loadMore} />
      ) : (
        <tbody className="block">
          {rows.slice(0, FIRST_ROWS).map((row, i) => (
            <AttemptRow
              key={row.id}
              attempt={row}
              index={i}
              href={hrefOf(row)}
              tabbable={i === 0}
              onFocus={nothing}
            />
          ))}
        </tbody>
      )}
    </table>
  );
}
