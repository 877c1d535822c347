import { paceWords } from "@/components/shell/coverage-words";
import { formatCount, formatPlural } from "@/components/ui/format-count";
import { costsOf, type ReadingWay } from "@/lib/domain/correlate/lookups/reading-way";
import type { SourceCoverage } from "@/lib/domain/summarize/coverage/coverage-report";
import { formatDuration, formatMoment } from "@/lib/domain/time/format-time";

/** How much was read, how old it is, and what of it is not understood. */
export function SourceFacts({ coverage, nowMs }: { coverage: SourceCoverage; nowMs: number }) {
  const { records, rejects, late, newestMs, lastReadMs } = coverage;
  const pace = paceWords(coverage);
  const kept = keptWords(coverage);
  const way = wayWords(coverage);
  const facts = [
    ...(pace === null ? [] : [pace]),
    formatPlural(records, "record"),
    newestMs === null
      ? "nothing in it yet"
      : `newest ${formatMoment(newestMs)} UTC, ${formatDuration(Math.max(0, nowMs - newestMs))} old`,
    lastReadMs === null ? "never read" : `last asked ${formatDuration(Math.max(0, nowMs - lastReadMs))} ago`,
    ...(kept === null ? [] : [kept]),
    ...(way === null ? [] : [way]),
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

/** What either way costs, by which the cheaper was taken. */
function wayWords({ way }: SourceCoverage): string | null {
  if (way === null) return null;
  const costs = costsOf(way);
  const requests = (one: ReadingWay) => formatPlural(Math.round(costs[one]), "request");
  const load = `${formatPlural(Math.round(way.eventsPerH), "event")} an hour`;
  return way.way === "scan"
    ? `read whole: ${load}, ${requests("scan")} (looked up one by one: ${requests("look-ups")})`
    : `looked up session by session: ${requests("look-ups")} an hour (read whole: ${load}, ${requests("scan")})`;
}

function rejectWords({ kind }: SourceCoverage): string {
  return kind === "authenticator-log" ? "no key=value line" : "no event that Gatebook can read";
}
