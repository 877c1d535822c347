import type { FrozenRecord, Incident } from "@/lib/domain/summarize/incidents/incident";
import { incidentMarkdown } from "@/lib/domain/summarize/incidents/incident-markdown";
import { outlineOf } from "@/lib/domain/summarize/incidents/incident-outline";
import type {
  IncidentList,
  IncidentOutcome,
  IncidentView,
} from "@/lib/domain/summarize/incidents/incident-view";
import {
  maySeeIncident,
  summarizeIncident,
  viewIncident,
  visibleEntries,
} from "@/lib/domain/summarize/incidents/see-incident";
import { hasRole } from "@/lib/ports/viewer";
import type { Asker } from "../access/asker";
import { whoOf } from "../audit/who-of";
import { type IncidentParts, scopeOf } from "./incident-parts";
import { redactSummaryFor, redactViewFor } from "./redact-for";

const NOT_THERE = { kind: "not-there", message: "There is no such incident." } as const;

/** What the asker may see; `madeId`: what he made just now. */
export async function listIncidents(
  { folder }: IncidentParts,
  asker: Asker,
  madeId: string | null,
): Promise<IncidentList> {
  const scope = scopeOf(asker);
  const { outlines, problems } = await folder.list();
  const incidents = outlines
    .filter((outline) => maySeeIncident(outline, scope))
    .map((outline) => redactSummaryFor(asker.viewer, summarizeIncident(outline, scope)))
    .sort((a, b) => rankOf(a.state) - rankOf(b.state) || b.changedMs - a.changedMs);
  const mayChange = hasRole(asker.viewer, "auditor");
  const told = asker.viewer.clusters === "all" ? problems : [];
  return { incidents, problems: told, mayChange, madeId };
}

export async function readIncident(
  parts: IncidentParts,
  asker: Asker,
  id: string,
): Promise<IncidentOutcome<IncidentView>> {
  const found = await findIncident(parts, asker, id);
  if (found.kind !== "done") return found;
  await parts.audit.note({ deed: "view", ...whoOf(asker), target: targetOf(id), outcome: "done" });
  return { kind: "done", answer: viewFor(parts, asker, found.answer, null) };
}

/** Whole, whatever of it the asker may see; not there where he may not know of it. */
export async function findIncident(
  { folder }: IncidentParts,
  asker: Asker,
  id: string,
): Promise<IncidentOutcome<Incident>> {
  const found = await folder.read(id);
  if (found.kind !== "done") return found;
  return maySeeIncident(outlineOf(found.answer), scopeOf(asker)) ? found : NOT_THERE;
}

export function viewFor(
  { clock }: IncidentParts,
  asker: Asker,
  incident: Incident,
  said: string | null,
): IncidentView {
  const mayChange = hasRole(asker.viewer, "auditor");
  const view = viewIncident(incident, scopeOf(asker), { mayChange, said, nowMs: clock.now() });
  return redactViewFor(asker.viewer, view);
}

/** The records of one entry, as they were when it was added. */
export async function readEvidence(
  parts: IncidentParts,
  asker: Asker,
  { id, entryId }: { readonly id: string; readonly entryId: string },
): Promise<IncidentOutcome<readonly FrozenRecord[]>> {
  const found = await findIncident(parts, asker, id);
  if (found.kind !== "done") return found;
  const entry = visibleEntries(found.answer, scopeOf(asker)).find((one) => one.id === entryId);
  if (entry?.kind !== "attempt")
    return { kind: "not-there", message: "There is no such entry in this incident." };
  const target = `${targetOf(id)} ${entryId}`;
  await parts.audit.note({ deed: "view", ...whoOf(asker), target, outcome: "done" });
  return { kind: "done", answer: entry.frozen.records };
}

export async function printIncident(
  parts: IncidentParts,
  asker: Asker,
  { id, baseUrl }: { readonly id: string; readonly baseUrl: string },
): Promise<IncidentOutcome<string>> {
  const found = await findIncident(parts, asker, id);
  if (found.kind !== "done") return found;
  const facts = { format: "markdown" };
  await parts.audit.note({ deed: "export", ...whoOf(asker), target: targetOf(id), outcome: "done", facts });
  return { kind: "done", answer: incidentMarkdown(viewFor(parts, asker, found.answer, null), { baseUrl }) };
}

export function targetOf(id: string): string {
  return `incident ${id}`;
}

function rankOf(state: "open" | "closed"): number {
  return state === "open" ? 0 : 1;
}
