import type { CSSProperties, ReactNode, RefObject } from "react";
import { useSettled } from "@/components/ui/use-settled";
import type { ColumnId } from "@/lib/search-params/attempts/list-columns";
import { type ListColumns, useListColumns } from "../columns/list-columns-context";
import { AttemptListHead } from "./attempt-list-head";

const DIMMED_AFTER_MS = 200;

interface AttemptTableProps {
  readonly table?: RefObject<HTMLTableElement | null>;
  readonly total: number;
  /** The rows are of the view before; the new ones are on their way. */
  readonly stale: boolean;
  readonly children: ReactNode;
}

export function AttemptTable({ table, total, stale, children }: AttemptTableProps) {
  const { chosen, columns } = useListColumns();
  // What is answered at once is not dimmed before. No transition: it would make one layer of a list of any height.
  const dimmed = useSettled(stale, DIMMED_AFTER_MS) && stale;
  return (
    <table
      ref={table}
      aria-label="Attempts, newest first"
      aria-rowcount={total + 1}
      aria-busy={stale}
      // Rows need not be drawn again while a border is dragged.
      style={chosen === null ? undefined : templateOf(columns)}
      className={`block ${dimmed ? "opacity-60" : ""}`}
    >
      <AttemptListHead chosen={chosen} />
      {children}
    </table>
  );
}

/** What is read whole or not at all. */
const LEAST: Readonly<Partial<Record<ColumnId, string>>> = { time: "6.75rem", decision: "5.25rem" };

function templateOf(columns: ListColumns["columns"]): CSSProperties {
  const template = columns.map(({ id, width }) => `minmax(${LEAST[id] ?? 0}, ${width}fr)`).join(" ");
  return { "--columns": template } as CSSProperties;
}
