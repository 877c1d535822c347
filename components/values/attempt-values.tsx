"use client";
import { weekOf } from "@/components/attempt/attempt-links";
import { CONTROL } from "@/components/ui/control-class";
import type { TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import { valuesOfAttempt } from "@/lib/domain/summarize/attempts/values-of-attempt";
import { useValueMenu } from "./value-menu-provider";

/** All values of an attempt, to search its week by; `.` opens them too. */
export function AttemptValues({ attempt }: { attempt: TracedAttempt }) {
  const open = useValueMenu();
  return (
    <button
      type="button"
      data-value-menu="page"
      aria-haspopup="dialog"
      title="Search its week by a value (.)"
      className={CONTROL}
      onClick={({ currentTarget }) =>
        open({ values: valuesOfAttempt(attempt), range: weekOf(attempt.timeMs), anchor: currentTarget })
      }
    >
      Values…
    </button>
  );
}
