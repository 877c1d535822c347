import { TimeStrip } from "@/components/ui/time-strip";
import type { CoverageGap } from "@/lib/domain/summarize/coverage/coverage-gaps";
import { DAY_MS } from "@/lib/domain/time/durations";
import { knownWords, shareKnown, stripWords, toMarks } from "./gap-looks";

interface KnownStripProps {
  readonly gaps: readonly CoverageGap[];
  readonly nowMs: number;
  readonly days: 1 | 14;
}

/** How much of the last time is known of a cluster: as a number, and where the rest is. */
export function KnownStrip({ gaps, nowMs, days }: KnownStripProps) {
  const range = { from: nowMs - days * DAY_MS, to: nowMs };
  const marks = toMarks(gaps).filter(({ from, to }) => from < range.to && to > range.from);
  const label = stripWords(days === 1 ? "Last 24 hours" : "Last 14 days", gaps, range);
  return (
    <div className="flex items-center gap-2 pt-1">
      <div className="min-w-0 grow">
        <TimeStrip {...range} marks={marks} label={label} />
      </div>
      <span aria-hidden="true" className="w-10 shrink-0 text-right font-mono text-xs text-ink-2">
        {knownWords(shareKnown(gaps, range))}
      </span>
    </div>
  );
}
