import type { Incident } from "@/lib/domain/summarize/incidents/incident";
import type { IncidentListRequest, IncidentRequest } from "@/lib/domain/summarize/incidents/incident-request";
import type {
  IncidentList,
  IncidentOutcome,
  IncidentView,
} from "@/lib/domain/summarize/incidents/incident-view";
import { visibleEntries } from "@/lib/domain/summarize/incidents/see-incident";
import type { NoteFirst } from "@/lib/state/note-first";
import type { Asker } from "../access/asker";
import { whoOf } from "../audit/who-of";
import { collectChange } from "./collect-change";
import { type IncidentParts, scopeOf } from "./incident-parts";
import { findIncident, listIncidents, targetOf, viewFor } from "./read-incidents";

const AUDITED = { refused: "refused", "not-there": "refused", failed: "failed" } as const;

/** Begins an incident, or deletes one. */
export async function changeIncidents(
  parts: IncidentParts,
  asker: Asker,
  request: IncidentListRequest,
): Promise<IncidentOutcome<IncidentList>> {
  const noteFirst = noteDone(parts, asker, { change: request.kind });
  const outcome =
    request.kind === "create"
      ? await parts.folder.create(request.title, personOf(asker), noteFirst)
      : await remove(parts, asker, { ...request, noteFirst });
  const id = request.kind === "create" ? null : request.id;
  if (outcome.kind !== "done") {
    await noteUndone(parts, asker, { id, change: request.kind, outcome: outcome.kind });
    return outcome;
  }
  return { kind: "done", answer: await listIncidents(parts, asker, outcome.answer?.id ?? null) };
}

/** Changes one incident as far as the asker may see it. */
export async function changeIncident(
  parts: IncidentParts,
  asker: Asker,
  { id, request }: { readonly id: string; readonly request: IncidentRequest },
): Promise<IncidentOutcome<IncidentView>> {
  const outcome = await change(parts, asker, id, request);
  if (outcome.kind !== "done") {
    await noteUndone(parts, asker, { id, change: request.kind, outcome: outcome.kind });
    return outcome;
  }
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
  const noteFirst = noteDone(parts, asker, factsOf(request));
  return await parts.folder.change(id, collected, { by: personOf(asker), seenVersion, noteFirst });
}

/** What was done to which part; of notes never the text. */
function factsOf(request: IncidentRequest): Facts {
  const { kind: change } = request;
  if ("entryId" in request) return { change, entry: request.entryId };
  if (request.kind === "add-change") return { change, cluster: request.cluster };
  return request.kind === "add-attempts"
    ? { change, attempts: request.attemptIds.join(" ").slice(0, 500) }
    : { change };
}

interface Removal extends Extract<IncidentListRequest, { readonly kind: "delete" }> {
  readonly noteFirst: NoteFirst<Incident>;
}

/** What somebody may not see he cannot take from others. */
async function remove(
  parts: IncidentParts,
  asker: Asker,
  { id, seenVersion, noteFirst }: Removal,
): Promise<IncidentOutcome<null>> {
  const found = await findIncident(parts, asker, id);
  if (found.kind !== "done") return found;
  if (visibleEntries(found.answer, scopeOf(asker)).length < found.answer.entries.length)
    return {
      kind: "refused",
      message:
        "Entries of clusters that you may not see are in it: somebody who sees all of it can delete it.",
    };
  return await parts.folder.remove(id, seenVersion, noteFirst);
}

function sees(asker: Asker, incident: Incident, entryId: string): boolean {
  return visibleEntries(incident, scopeOf(asker)).some(({ id }) => id === entryId);
}

function personOf({ viewer: { id, name } }: Asker) {
  return { id, name };
}

type Facts = Readonly<Record<string, string>>;

/** Notes what is about to be written, with the incident as it will be, or was. */
function noteDone({ audit }: IncidentParts, asker: Asker, facts: Facts): NoteFirst<Incident> {
  return ({ id, title, version }) =>
    audit.note({
      ...{ deed: "incident-changed", ...whoOf(asker), target: targetOf(id), outcome: "done" },
      facts: { ...facts, title: title.slice(0, 200), version },
    });
}

interface Undone {
  /** null = there is none. */
  readonly id: string | null;
  readonly change: string;
  readonly outcome: Exclude<IncidentOutcome<unknown>["kind"], "done">;
}

function noteUndone(
  { audit }: IncidentParts,
  asker: Asker,
  { id, change: kind, outcome }: Undone,
): Promise<void> {
  return audit.note({
    deed: "incident-changed",
    ...whoOf(asker),
    target: id === null ? "incidents" : targetOf(id),
    outcome: AUDITED[outcome],
    facts: { change: kind },
  });
}
