import { paceWords } from "@/components/shell/coverage-words";
import { formatCount, formatPlural } from "@/components/ui/format-count";
import type { SourceCoverage } from "@/lib/domain/summarize/coverage-report";
import { formatDuration, formatMoment } from "@/lib/domain/time/format-time";

/** How much was read, how old it is, and what of it is not understood. */
export function SourceFacts({ coverage, nowMs }: { coverage: SourceCoverage; nowMs: number }) {
  const { records, rejects, late, newestMs, lastReadMs } = coverage;
  const pace = paceWords(coverage);
  const kept = keptWords(coverage);
  const facts = [
    ...(pace === null ? [] : [pace]),
    formatPlural(records, "record"),
    newestMs === null
      ? "nothing in it yet"
      : `newest ${formatMoment(newestMs)} UTC, ${formatDuration(Math.max(0, nowMs - newestMs))} old`,
    lastReadMs === null ? "never read" : `last asked ${formatDuration(Math.max(0, nowMs - lastReadMs))} ago`,
    ...(kept === null ? [] : [kept]),
    ...(rejects === 0
      ? []
      : [`${formatCount(rejects)} not understood (${rejectWords(coverage)}), kept as text`]),
    ...(late === 0 ? [] : [`${formatPlural(late, "record")} came more than half an hour late`]),
  ];
  return (
    <ul className="mt-1 flex flex-wrap gap-x-4 text-ink-2">
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  );
}

/** What is older than that can be seen here only. */
function keptWords({ kept }: SourceCoverage): string | null {
  if (kept === null) return null;
  return kept.days === null
    ? "AWS keeps it without end"
    : `AWS keeps it for ${formatPlural(kept.days, "day")}`;
}

function rejectWords({ kind }: SourceCoverage): string {
  return kind === "authenticator-log" ? "no key=value line" : "no event that Gatebook can read";
}
