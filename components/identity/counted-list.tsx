"use client";
import { type ReactNode, useState } from "react";
import { CONTROL } from "@/components/ui/control-class";
import { formatCount, formatPlural } from "@/components/ui/format-count";

interface CountedListProps {
  readonly label: string;
  readonly rows: readonly { readonly key: string; readonly content: ReactNode; readonly count: number }[];
  /** How many there are in all. */
  readonly distinct?: number;
}

const SHOWN_FIRST = 8;

/** Values with the attempts of each, the most frequent first; many are folded. */
export function CountedList({ label, rows, distinct = rows.length }: CountedListProps) {
  const [all, setAll] = useState(false);
  const folds = rows.length > SHOWN_FIRST + 1 && !all;
  return (
    <>
      <ul aria-label={label} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1">
        {rows.slice(0, folds ? SHOWN_FIRST : rows.length).map(({ key, content, count }) => (
          <li key={key} className="col-span-2 grid grid-cols-subgrid items-baseline">
            <span className="min-w-0">{content}</span>
            <span className="text-right text-xs text-ink-2 tabular-nums">
              {formatPlural(count, "attempt")}
            </span>
          </li>
        ))}
      </ul>
      {folds ? (
        <button type="button" className={`${CONTROL} mt-2`} onClick={() => setAll(true)}>
          Show {formatCount(rows.length - SHOWN_FIRST)} more
          <span className="sr-only"> of {label}</span>
        </button>
      ) : null}
      {!folds && distinct > rows.length ? (
        <p className="mt-1.5 text-xs text-ink-3">and {formatCount(distinct - rows.length)} more</p>
      ) : null}
    </>
  );
}
