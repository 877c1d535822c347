import { useZonedFormat } from "@/components/settings/use-zoned-format";
import { Card } from "@/components/ui/card";
import type { IncidentView } from "@/lib/domain/summarize/incidents/incident-view";
import { groupByDay } from "./group-by-day";
import { TimelineEntry } from "./timeline-entry";
import type { ActOnIncident } from "./use-incident-act";

interface IncidentTimelineProps {
  readonly incident: IncidentView;
  /** null = nothing may be changed. */
  readonly act: ActOnIncident | null;
}

/** What happened, day by day, oldest first. */
export function IncidentTimeline({ incident, act }: IncidentTimelineProps) {
  const zoned = useZonedFormat();
  return groupByDay(incident.entries, zoned).map(({ day, entries }) => (
    <Card key={day} title={day} aside={zoned.name(entries[0]?.timeMs ?? 0)}>
      <ol className="grid">
        {entries.map((entry) => (
          <TimelineEntry key={entry.id} entry={entry} incident={incident} act={act} />
        ))}
      </ol>
    </Card>
  ));
}
