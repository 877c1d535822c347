import Link from "next/link";
import { CONTROL } from "@/components/ui/control-class";
import { formatCount } from "@/components/ui/format-count";

export interface SheetBarProps {
  /** The attempt's page. */
  readonly href: string;
  /** Counted from 0; null = it is not among the rows in memory. */
  readonly row: number | null;
  readonly total: number;
  readonly onStep: (rows: number) => void;
  readonly onClose: () => void;
  /** The page is about to be opened. */
  readonly onLeave: () => void;
}

/** Which of the list's attempts is open, and the way to others, to its page and out. */
export function SheetBar({ href, row, total, onStep, onClose, onLeave }: SheetBarProps) {
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-2 border-b border-line bg-surface px-4 py-1.5">
      <button
        type="button"
        aria-label="Attempt before"
        title="Attempt before (k, ←)"
        className={CONTROL}
        disabled={row === null || row === 0}
        onClick={() => onStep(-1)}
      >
        <span aria-hidden="true">↑</span>
      </button>
      <button
        type="button"
        aria-label="Next attempt"
        title="Next attempt (j, →)"
        className={CONTROL}
        disabled={row === null || row >= total - 1}
        onClick={() => onStep(1)}
      >
        <span aria-hidden="true">↓</span>
      </button>
      <p aria-live="polite" className="text-xs text-ink-2">
        {row === null ? "Not in this list" : `${formatCount(row + 1)} of ${formatCount(total)}`}
      </p>
      <span className="grow" />
      <Link href={href} prefetch={false} className="text-accent hover:underline" onClick={onLeave}>
        Open as a page
      </Link>
      <button type="button" title="Close (Esc)" className={CONTROL} onClick={onClose}>
        Close
      </button>
    </div>
  );
}
