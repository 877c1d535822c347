import type { EpochMs } from "../../time/time-range";
import type { ConfigurationChange } from "../configuration/configuration-change";
import {
  type FrozenAttempt,
  type Incident,
  type IncidentEntry,
  type IncidentPerson,
  MOST_ENTRIES,
} from "./incident";

/** What can be done to an incident. */
export type IncidentChange =
  | { readonly kind: "rename"; readonly title: string }
  | { readonly kind: "close" | "reopen" }
  | { readonly kind: "add-attempts"; readonly attempts: readonly FrozenAttempt[] }
  | { readonly kind: "add-change"; readonly cluster: string; readonly change: ConfigurationChange }
  | { readonly kind: "add-note"; readonly text: string }
  | { readonly kind: "edit-note"; readonly entryId: string; readonly text: string }
  | { readonly kind: "remove-entry"; readonly entryId: string };

/** What comes from outside of the incident with a change. */
export interface ChangeMade {
  /** New in this incident; ids of what is added begin with it. */
  readonly id: string;
  readonly nowMs: EpochMs;
  readonly by: IncidentPerson;
  /** The `version` that the asker saw; null = it does not matter, as where something is only added. */
  readonly seenVersion: number | null;
}

/**
 * `said`: what is to be told of it, null = nothing beyond that it was done. Where nothing is changed the incident is the
 * same object. `message`: why it cannot be done.
 */
export type ChangedIncident =
  | { readonly kind: "changed"; readonly incident: Incident; readonly said: string | null }
  | { readonly kind: "refused"; readonly message: string };

export function refuse(message: string): ChangedIncident {
  return { kind: "refused", message };
}

/** The incident with these entries too. */
export function append(
  incident: Incident,
  added: readonly IncidentEntry[],
  said: string | null,
): ChangedIncident {
  if (added.length === 0) return { kind: "changed", incident, said };
  const entries = [...incident.entries, ...added];
  if (entries.length > MOST_ENTRIES) return refuse(`An incident has at most ${MOST_ENTRIES} entries.`);
  return { kind: "changed", incident: { ...incident, entries }, said };
}

/** Why nothing is changed by who saw another version; null = it is the same one. */
export function whyNotSeen(incident: Incident, seenVersion: number | null): string | null {
  if (seenVersion === null || seenVersion === incident.version) return null;
  return "Somebody has changed this incident meanwhile: look at it first.";
}
