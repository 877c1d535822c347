import type { FrozenRecord, Incident } from "./incident";
import type { IncidentView } from "./incident-view";
import { type IncidentScope, viewIncident, visibleEntries } from "./see-incident";

/** An incident to be frozen and handed on: its timeline, and every record that it keeps, once. Plain JSON. */
export interface IncidentEvidence {
  readonly kind: "incident";
  readonly view: IncidentView;
  readonly records: readonly FrozenRecord[];
}

/** What of an incident somebody may hand on: what he sees of it himself. Redact it before it goes out. */
export function incidentEvidence(incident: Incident, scope: IncidentScope, nowMs: number): IncidentEvidence {
  const attempts = visibleEntries(incident, scope).filter((entry) => entry.kind === "attempt");
  const records = new Map(
    attempts.flatMap(({ frozen }) => frozen.records).map((record) => [record.recordId, record]),
  );
  return {
    kind: "incident",
    view: viewIncident(incident, scope, { mayChange: false, said: null, nowMs }),
    records: [...records.values()],
  };
}
