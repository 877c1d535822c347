import type { Incident } from "@/lib/domain/summarize/incidents/incident";
import type { IncidentListRequest, IncidentRequest } from "@/lib/domain/summarize/incidents/incident-request";
import type {
  IncidentList,
  IncidentOutcome,
  IncidentView,
} from "@/lib/domain/summarize/incidents/incident-view";
import { visibleEntries } from "@/lib/domain/summarize/incidents/see-incident";
import type { Asker } from "../access/asker";
import { collectChange } from "./collect-change";
import { type IncidentParts, scopeOf } from "./incident-parts";
import { findIncident, listIncidents, targetOf, viewFor, whoOf } from "./read-incidents";

const AUDITED = { done: "done", refused: "refused", "not-there": "refused", failed: "failed" } as const;

/** Begins an incident, or deletes one. */
export async function changeIncidents(
  parts: IncidentParts,
  asker: Asker,
  request: IncidentListRequest,
): Promise<IncidentOutcome<IncidentList>> {
  const isNew = request.kind === "create";
  const outcome = isNew
    ? await parts.folder.create(request.title, personOf(asker))
    : await remove(parts, asker, request);
  const madeId = isNew && outcome.kind === "done" ? (outcome.answer?.id ?? null) : null;
  await note(parts, asker, { id: isNew ? madeId : request.id, change: request.kind, outcome: outcome.kind });
  if (outcome.kind !== "done") return outcome;
  return { kind: "done", answer: await listIncidents(parts, asker, madeId) };
}

/** Changes one incident as far as the asker may see it. */
export async function changeIncident(
  parts: IncidentParts,
  asker: Asker,
  { id, request }: { readonly id: string; readonly request: IncidentRequest },
): Promise<IncidentOutcome<IncidentView>> {
  const outcome = await change(parts, asker, id, request);
  await note(parts, asker, { id, change: request.kind, outcome: outcome.kind });
  if (outcome.kind !== "done") return outcome;
  const { incident, said } = outcome.answer;
  return { kind: "done", answer: viewFor(parts, asker, incident, said) };
}

async function change(
  parts: IncidentParts,
  asker: Asker,
  id: string,
  request: IncidentRequest,
): Promise<IncidentOutcome<{ readonly incident: Incident; readonly said: string | null }>> {
  const found = await findIncident(parts, asker, id);
  if (found.kind !== "done") return found;
  if (request.kind === "remove-entry" && !sees(asker, found.answer, request.entryId))
    return { kind: "refused", message: "There is no such entry in this incident." };
  const collected = await collectChange(parts, asker.viewer, request);
  if (typeof collected === "string") return { kind: "refused", message: collected };
  const seenVersion = "seenVersion" in request ? request.seenVersion : null;
  return await parts.folder.change(id, collected, { by: personOf(asker), seenVersion });
}

/** What somebody may not see he cannot take from others. */
async function remove(
  parts: IncidentParts,
  asker: Asker,
  { id, seenVersion }: Extract<IncidentListRequest, { readonly kind: "delete" }>,
): Promise<IncidentOutcome<null>> {
  const found = await findIncident(parts, asker, id);
  if (found.kind !== "done") return found;
  if (visibleEntries(found.answer, scopeOf(asker)).length < found.answer.entries.length)
    return {
      kind: "refused",
      message:
        "Entries of clusters that you may not see are in it: somebody who sees all of it can delete it.",
    };
  return await parts.folder.remove(id, seenVersion);
}

function sees(asker: Asker, incident: Incident, entryId: string): boolean {
  return visibleEntries(incident, scopeOf(asker)).some(({ id }) => id === entryId);
}

function personOf({ viewer: { id, name } }: Asker) {
  return { id, name };
}

interface Done {
  /** null = there is none. */
  readonly id: string | null;
  readonly change: string;
  readonly outcome: IncidentOutcome<unknown>["kind"];
}

function note({ audit }: IncidentParts, asker: Asker, { id, change: kind, outcome }: Done): Promise<void> {
  return audit.note({
    deed: "incident-changed",
    ...whoOf(asker),
    target: id === null ? "incidents" : targetOf(id),
    outcome: AUDITED[outcome],
    facts: { change: kind },
  });
}
