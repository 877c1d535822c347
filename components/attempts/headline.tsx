import { formatPlural } from "@/components/ui/format-count";
import type { Facets } from "@/lib/domain/summarize/attempts/attempt-counts";

/** Callers and sessions first: one login is many attempts. `complete`: all of the time was read. */
export function Headline({ totals, complete }: { totals: Facets["totals"]; complete: boolean }) {
  const { granted, denied } = totals;
  return (
    <h1 className="flex flex-wrap items-baseline gap-x-3" aria-live="polite">
      <span className="text-base font-semibold">{describeCallers(totals, complete)}</span>
      <span className="font-normal text-ink-2">
        <span className="text-denied">✕ {formatPlural(denied, "attempt")} denied</span>
        {", "}
        <span className="text-granted">✓ {formatPlural(granted, "attempt")} granted</span>
      </span>
      <span className="text-xs font-normal text-ink-3 max-md:hidden">One login makes many attempts.</span>
    </h1>
  );
}

/** A denial before STS answered has no caller: then nobody is known, which is not nobody. */
function describeCallers(totals: Facets["totals"], complete: boolean): string {
  const { granted, denied, callers, sessions } = totals;
  if (granted + denied === 0) return complete ? "No attempts" : "No attempts in what was read";
  if (callers === 0) return "No known caller";
  return `${formatPlural(callers, "caller")} in ${formatPlural(sessions, "session")}`;
}
