import { useZonedFormat } from "@/components/settings/use-zoned-format";
import { SafeText } from "@/components/ui/safe-text";
import type { EntryView, IncidentView } from "@/lib/domain/summarize/incidents/incident-view";
import { AttemptEntryBody } from "./attempt-entry-body";
import { ChangeEntryBody } from "./change-entry-body";
import { NoteEntryBody } from "./note-entry-body";
import { RemoveEntry } from "./remove-entry";
import { StampText } from "./stamp-text";
import type { ActOnIncident } from "./use-incident-act";

interface TimelineEntryProps {
  readonly entry: EntryView;
  readonly incident: IncidentView;
  readonly act: ActOnIncident | null;
}

const DOTS = { attempt: "bg-accent", change: "bg-open", note: "bg-line-strong", removed: "bg-line" } as const;

/** One thing that happened, at its time, and who brought it here. */
export function TimelineEntry({ entry, incident, act }: TimelineEntryProps) {
  const { clock } = useZonedFormat();
  const { timeMs, kind } = entry;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-x-4 border-t border-line py-2.5 first:border-t-0 sm:grid-cols-[5rem_minmax(0,1fr)]">
      <span className="flex items-baseline gap-2 font-mono text-xs text-ink-2">
        <span aria-hidden="true" className={`size-1.5 shrink-0 rounded-full ${DOTS[kind]}`} />
        <time dateTime={new Date(timeMs).toISOString()}>{clock(timeMs)}</time>
      </span>
      <div className="grid min-w-0 gap-1">
        <Body entry={entry} incident={incident} act={act} />
        {kind === "removed" ? null : (
          <div className="flex flex-wrap items-center gap-x-3 text-xs text-ink-3">
            {kind === "note" ? null : (
              <span>
                added by <StampText stamp={{ ms: entry.addedMs, by: entry.by }} />
              </span>
            )}
            {act === null ? null : <RemoveEntry entry={entry} version={incident.version} act={act} />}
          </div>
        )}
      </div>
    </li>
  );
}

const WAS = { attempt: "An attempt", change: "A change", note: "A note" } as const;

function Body({ entry, incident, act }: TimelineEntryProps) {
  switch (entry.kind) {
    case "attempt":
      return <AttemptEntryBody entry={entry} incident={incident} />;
    case "change":
      return <ChangeEntryBody entry={entry} />;
    case "note":
      return <NoteEntryBody entry={entry} version={incident.version} act={act} />;
    case "removed":
      return (
        <p className="text-ink-3">
          {WAS[entry.was]}, added by <SafeText text={entry.by} breakable />, was removed by{" "}
          <StampText stamp={entry.removed} />.
        </p>
      );
  }
}
