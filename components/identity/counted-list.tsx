import type { ReactNode } from "react";
import { formatCount } from "@/components/ui/format-count";

interface CountedListProps {
  readonly label: string;
  readonly rows: readonly { readonly key: string; readonly content: ReactNode; readonly count: number }[];
  /** How many there are in all. */
  readonly distinct?: number;
  /** What is counted. */
  readonly unit?: string;
}

/** Values with how often each occurs, the most frequent first. */
export function CountedList({ label, rows, distinct = rows.length, unit = "attempts" }: CountedListProps) {
  return (
    <>
      <ul aria-label={label} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1">
        {rows.map(({ key, content, count }) => (
          <li key={key} className="col-span-2 grid grid-cols-subgrid items-baseline">
            <span className="min-w-0">{content}</span>
            <span className="text-right text-xs text-ink-2 tabular-nums">
              {formatCount(count)}
              {` ${count === 1 ? unit.replace(/s$/, "") : unit}`}
            </span>
          </li>
        ))}
      </ul>
      {distinct > rows.length ? (
        <p className="mt-1.5 text-xs text-ink-3">and {formatCount(distinct - rows.length)} more</p>
      ) : null}
    </>
  );
}
