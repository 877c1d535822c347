import type { ConfigurationChange } from "../configuration/configuration-change";
import { changeKeyOf } from "./change-key";
import {
  type AttemptEntry,
  type ChangeEntry,
  type FrozenAttempt,
  type Incident,
  type IncidentEntry,
  MOST_ADDED_AT_ONCE,
  MOST_DIFF_LINES,
} from "./incident";
import { append, type ChangedIncident, type ChangeMade, refuse } from "./incident-change";

/** Adds those that are not in it yet; how many were is told. */
export function addAttempts(
  incident: Incident,
  attempts: readonly FrozenAttempt[],
  made: ChangeMade,
): ChangedIncident {
  if (attempts.length > MOST_ADDED_AT_ONCE)
    return refuse(`At most ${MOST_ADDED_AT_ONCE} attempts can be added at once.`);
  const asked = new Map(attempts.map((frozen) => [frozen.attempt.id, frozen]));
  const known = new Set(incident.entries.map(attemptIdOf));
  const fresh = [...asked.values()].filter(({ attempt }) => !known.has(attempt.id));
  const dropped = asked.size - fresh.length;
  if (asked.size > 0 && fresh.length === 0) return refuse(allKnown(dropped));
  const entries = fresh.map((frozen, i): AttemptEntry => {
    return { kind: "attempt", id: `${made.id}-${i}`, addedMs: made.nowMs, by: made.by, frozen };
  });
  return append(incident, entries, saidOf(fresh.length, dropped));
}

export function addChange(
  incident: Incident,
  { cluster, change }: { readonly cluster: string; readonly change: ConfigurationChange },
  made: ChangeMade,
): ChangedIncident {
  const key = changeKeyOf(change);
  const isSame = (entry: IncidentEntry) =>
    entry.kind === "change" && entry.cluster === cluster && changeKeyOf(entry.change) === key;
  if (incident.entries.some(isSame)) return refuse("This change is in the incident already.");
  const kept = { ...change, diff: change.diff?.slice(0, MOST_DIFF_LINES) ?? null };
  const added = { id: made.id, addedMs: made.nowMs, by: made.by };
  const entry: ChangeEntry = { kind: "change", ...added, cluster, change: kept };
  return append(incident, [entry], null);
}

function attemptIdOf(entry: IncidentEntry): string | null {
  return entry.kind === "attempt" ? entry.frozen.attempt.id : null;
}

function allKnown(count: number): string {
  return count === 1
    ? "This attempt is in the incident already."
    : "All of these attempts are in the incident already.";
}

function saidOf(added: number, dropped: number): string | null {
  if (dropped === 0) return null;
  return `Added ${added}; ${dropped} ${dropped === 1 ? "was" : "were"} in the incident already.`;
}
