import { formatPlural } from "@/components/ui/format-count";
import type { Facets } from "@/lib/domain/summarize/attempt-counts";

/** Callers and sessions first: one login is many attempts. */
export function Headline({ totals }: { totals: Facets["totals"] }) {
  const { granted, denied, callers, sessions } = totals;
  return (
    <h1 className="flex flex-wrap items-baseline gap-x-3" aria-live="polite">
      <span className="text-base font-semibold">
        {formatPlural(callers, "caller")} in {formatPlural(sessions, "session")}
      </span>
      <span className="font-normal text-ink-2">
        <span className="text-denied">✕ {formatPlural(denied, "attempt")} denied</span>
        {", "}
        <span className="text-granted">✓ {formatPlural(granted, "attempt")} granted</span>
      </span>
      <span className="text-xs font-normal text-ink-3 max-md:hidden">One login makes many attempts.</span>
    </h1>
  );
}
