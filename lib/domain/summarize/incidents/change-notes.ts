import { type Incident, LONGEST_NOTE, type NoteEntry } from "./incident";
import { append, type ChangedIncident, type ChangeMade, refuse } from "./incident-change";

export function addNote(incident: Incident, text: string, made: ChangeMade): ChangedIncident {
  const tidy = tidyNote(text);
  const problem = whyNotNote(tidy);
  if (problem !== null) return refuse(problem);
  const note: NoteEntry = {
    kind: "note",
    id: made.id,
    addedMs: made.nowMs,
    by: made.by,
    text: tidy,
    edited: null,
  };
  return append(incident, [note], null);
}

/** Another text in its place; that it was edited, and by whom, stays. */
export function editNote(
  incident: Incident,
  { entryId, text }: { readonly entryId: string; readonly text: string },
  { nowMs, by }: ChangeMade,
): ChangedIncident {
  const note = incident.entries.find(({ id }) => id === entryId);
  if (note?.kind !== "note") return refuse("There is no such note in this incident.");
  const tidy = tidyNote(text);
  const problem = whyNotNote(tidy);
  if (problem !== null) return refuse(problem);
  if (tidy === note.text) return { kind: "changed", incident, said: null };
  const edited = { ...note, text: tidy, edited: { ms: nowMs, by } };
  const entries = incident.entries.map((one) => (one === note ? edited : one));
  return { kind: "changed", incident: { ...incident, entries }, said: null };
}

function whyNotNote(tidy: string): string | null {
  if (tidy === "") return "A note needs a text.";
  return tidy.length > LONGEST_NOTE ? `A note has at most ${LONGEST_NOTE} characters.` : null;
}

function tidyNote(text: string): string {
  return text.normalize("NFC").replace(/\r\n?/g, "\n").trim();
}
