"use client";
import type { SearchValue } from "@/lib/domain/summarize/attempts/values-of-attempt";
import type { TimeRange } from "@/lib/domain/time/time-range";
import { useValueMenu } from "./value-menu-provider";

interface ValuesButtonProps {
  /** What it opens the menu of, for those who do not see where it stands. */
  readonly label: string;
  readonly values: () => readonly SearchValue[];
  readonly range?: TimeRange | null;
  /** The attempt that they are of; absent = of none, or of several. */
  readonly attemptId?: string;
  /** Where it stands. */
  readonly className?: string;
}

/** Its row is a `group`. */
const ON_HOVER =
  "opacity-0 group-hover:opacity-100 group-has-focus-visible:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-100";

/** Small, shown while one points at its row or is inside; by keyboard `.` presses it, so that Tab need not pass it. */
export function ValuesButton({ label, values, range = null, attemptId, className = "" }: ValuesButtonProps) {
  const open = useValueMenu();
  return (
    <button
      type="button"
      tabIndex={-1}
      data-value-menu="row"
      aria-label={label}
      aria-haspopup="dialog"
      title="Only, not, copy (.)"
      onClick={({ currentTarget }) => open({ values: values(), range, attemptId, anchor: currentTarget })}
      className={`${ON_HOVER} size-6 shrink-0 rounded-md border border-line bg-surface text-ink-2 hover:border-line-strong hover:text-ink ${className}`}
    >
      <span aria-hidden="true">⋯</span>
    </button>
  );
}
