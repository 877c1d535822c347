import { createRedactor } from "@/lib/domain/redact/redactor";
import type { IncidentSummary, IncidentView } from "@/lib/domain/summarize/incidents/incident-view";
import { hasRole, type Viewer } from "@/lib/ports/viewer";

/** An incident as the viewer may see it. Ids of ours, which tell nothing, stay: they may look like an account's. */
export function redactViewFor(viewer: Viewer, view: IncidentView): IncidentView {
  const redacted = redactFor(viewer, view);
  const entries = redacted.entries.map((entry, i) => ({ ...entry, id: view.entries[i]?.id ?? entry.id }));
  return { ...redacted, id: view.id, entries };
}

export function redactSummaryFor(viewer: Viewer, summary: IncidentSummary): IncidentSummary {
  return { ...redactFor(viewer, summary), id: summary.id };
}

/** Auditors see all, everybody else what R1 shows (facts: security §6). */
function redactFor<T>(viewer: Viewer, value: T): T {
  return hasRole(viewer, "auditor") ? value : createRedactor("R1").value(value);
}
