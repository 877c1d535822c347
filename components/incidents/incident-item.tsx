import Link from "next/link";
import { TimeText } from "@/components/settings/time-text";
import { formatPlural } from "@/components/ui/format-count";
import { SafeText } from "@/components/ui/safe-text";
import type { IncidentSummary } from "@/lib/domain/summarize/incidents/incident-view";
import { incidentHref } from "@/lib/search-params/incidents/incident-queries";

/** One incident of the list. */
export function IncidentItem({ incident }: { incident: IncidentSummary }) {
  const { id, title, clusters, by, createdMs, changedMs } = incident;
  return (
    <li className="grid gap-x-4 gap-y-0.5 border-t border-line py-2 first:border-t-0 sm:grid-cols-[minmax(0,1fr)_auto]">
      <Link
        href={incidentHref(id)}
        prefetch={false}
        className="min-w-0 font-medium text-accent wrap-anywhere hover:underline"
      >
        <SafeText text={title} />
      </Link>
      <span className="text-xs text-ink-2 sm:text-right">{countWords(incident)}</span>
      <span className="min-w-0 text-xs text-ink-2 wrap-anywhere">
        {clusters.length === 0 ? "no cluster yet" : <SafeText text={clusters.join(", ")} />} · begun by{" "}
        <SafeText text={by} breakable /> <TimeText ms={createdMs} />
      </span>
      <span className="text-xs text-ink-2 sm:text-right">
        last change <TimeText ms={changedMs} />
      </span>
    </li>
  );
}

function countWords({ counts }: IncidentSummary): string {
  const { attempt, change, note } = counts;
  return [formatPlural(attempt, "attempt"), formatPlural(change, "change"), formatPlural(note, "note")].join(
    " · ",
  );
}
