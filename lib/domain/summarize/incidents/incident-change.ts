import type { EpochMs } from "../../time/time-range";
import type { ConfigurationChange } from "../configuration/configuration-change";
import type { FrozenAttempt, Incident, IncidentPerson } from "./incident";

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
