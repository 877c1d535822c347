import type { ReactNode, RefObject } from "react";
import { AttemptListHead } from "./attempt-list-head";

interface AttemptTableProps {
  readonly table?: RefObject<HTMLTableElement | null>;
  readonly total: number;
  /** The rows are of the view before; the new ones are on their way. */
  readonly stale: boolean;
  readonly children: ReactNode;
}

export function AttemptTable({ table, total, stale, children }: AttemptTableProps) {
  return (
    <table
      ref={table}
      aria-label="Attempts, newest first"
      aria-rowcount={total + 1}
      aria-busy={stale}
      className={`block motion-safe:transition-opacity ${stale ? "opacity-60" : ""}`}
    >
      <AttemptListHead />
      {children}
    </table>
  );
}
