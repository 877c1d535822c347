import { addAttempts, addChange } from "./add-to-incident";
import { addNote, editNote } from "./change-notes";
import { type Incident, LONGEST_TITLE, type RemovedEntry } from "./incident";
import {
  type ChangedIncident,
  type ChangeMade,
  type IncidentChange,
  refuse,
  whyNotSeen,
} from "./incident-change";
import { clusterOfEntry, timeOfEntry } from "./timeline";

/** A new incident, or a sentence that says why it cannot be. */
export function createIncident(title: string, { id, nowMs, by }: Omit<ChangeMade, "seenVersion">) {
  const tidy = tidyTitle(title);
  const problem = whyNotTitle(tidy);
  if (problem !== null) return problem;
  const made = { createdMs: nowMs, by, version: 1, changedMs: nowMs, entries: [] };
  return { id, title: tidy, state: "open", ...made } as const satisfies Incident;
}

/** The incident after a change, one version on; total: what cannot be is refused in a sentence. */
export function changeIncident(
  incident: Incident,
  change: IncidentChange,
  made: ChangeMade,
): ChangedIncident {
  const unseen = whyNotSeen(incident, made.seenVersion);
  if (unseen !== null) return refuse(unseen);
  const changed = apply(incident, change, made);
  if (changed.kind === "refused" || changed.incident === incident) return changed;
  const next = { ...changed.incident, version: incident.version + 1, changedMs: made.nowMs };
  return { ...changed, incident: next };
}

function apply(incident: Incident, change: IncidentChange, made: ChangeMade): ChangedIncident {
  switch (change.kind) {
    case "close":
      return setState(incident, "closed");
    case "reopen":
      return setState(incident, "open");
    case "rename":
      return rename(incident, change.title);
    default:
      if (incident.state === "closed") return refuse("This incident is closed: reopen it first.");
      return applyToEntries(incident, change, made);
  }
}

type EntryChange = Exclude<IncidentChange, { readonly kind: "rename" | "close" | "reopen" }>;

function applyToEntries(incident: Incident, change: EntryChange, made: ChangeMade): ChangedIncident {
  switch (change.kind) {
    case "add-attempts":
      return addAttempts(incident, change.attempts, made);
    case "add-change":
      return addChange(incident, change, made);
    case "add-note":
      return addNote(incident, change.text, made);
    case "edit-note":
      return editNote(incident, change, made);
    case "remove-entry":
      return removeEntry(incident, change.entryId, made);
  }
}

function setState(incident: Incident, state: Incident["state"]): ChangedIncident {
  return {
    kind: "changed",
    incident: incident.state === state ? incident : { ...incident, state },
    said: null,
  };
}

function rename(incident: Incident, title: string): ChangedIncident {
  const tidy = tidyTitle(title);
  const problem = whyNotTitle(tidy);
  if (problem !== null) return refuse(problem);
  return {
    kind: "changed",
    incident: tidy === incident.title ? incident : { ...incident, title: tidy },
    said: null,
  };
}

/** Who took it away, and when, stays. */
function removeEntry(incident: Incident, entryId: string, { nowMs, by }: ChangeMade): ChangedIncident {
  const entry = incident.entries.find(({ id }) => id === entryId);
  if (entry === undefined) return refuse("There is no such entry in this incident.");
  if (entry.kind === "removed") return { kind: "changed", incident, said: null };
  const mark: RemovedEntry = {
    kind: "removed",
    id: entry.id,
    addedMs: entry.addedMs,
    by: entry.by,
    was: entry.kind,
    timeMs: timeOfEntry(entry),
    cluster: clusterOfEntry(entry),
    removed: { ms: nowMs, by },
  };
  const entries = incident.entries.map((one) => (one === entry ? mark : one));
  return { kind: "changed", incident: { ...incident, entries }, said: null };
}

function whyNotTitle(tidy: string): string | null {
  if (tidy === "") return "An incident needs a title.";
  return tidy.length > LONGEST_TITLE ? `A title has at most ${LONGEST_TITLE} characters.` : null;
}

function tidyTitle(title: string): string {
  return title.normalize("NFC").replace(/\s+/g, " ").trim();
}
