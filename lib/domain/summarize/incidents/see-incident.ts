import type { Incident, IncidentEntry, Stamp } from "./incident";
import type { EntryView, IncidentSummary, IncidentView, StampView } from "./incident-view";
import { type EntryPlace, type IncidentOutline, placeOf } from "./incident-outline";
import { orderTimeline, timeOfEntry } from "./timeline";

/** What somebody may see. */
export interface IncidentScope {
  readonly personId: string;
  readonly seesCluster: (cluster: string) => boolean;
}

/**
 * Whether somebody may know of an incident: something in it is of a cluster he sees, or nothing is of any cluster, or he
 * made it.
 */
export function maySeeIncident({ by, places }: IncidentOutline, scope: IncidentScope): boolean {
  const clusters = places.map(({ cluster }) => cluster).filter((cluster) => cluster !== null);
  return by.id === scope.personId || clusters.length === 0 || clusters.some(scope.seesCluster);
}

/** Entries of other clusters are left out. Notes are of none: whoever sees the incident sees them. */
export function visibleEntries({ entries }: Incident, scope: IncidentScope): IncidentEntry[] {
  return entries.filter((entry) => isVisible(placeOf(entry), scope));
}

/** An incident in the order of its timeline, without what its viewer may not see. */
export function viewIncident(
  incident: Incident,
  scope: IncidentScope,
  rest: Pick<IncidentView, "mayChange" | "said" | "nowMs">,
): IncidentView {
  const { id, title, state, createdMs, version, by, entries } = incident;
  const seen = visibleEntries(incident, scope);
  return {
    ...{ id, title, state, createdMs, version, by: by.name },
    entries: orderTimeline(seen.map(viewEntry)),
    hiddenCount: entries.length - seen.length,
    ...rest,
  };
}

export function summarizeIncident(outline: IncidentOutline, scope: IncidentScope): IncidentSummary {
  const { id, title, state, createdMs, changedMs, version, by, places } = outline;
  const seen = places.filter((place) => isVisible(place, scope));
  const count = (kind: IncidentEntry["kind"]) => seen.filter((place) => place.kind === kind).length;
  const clusters = seen.map(({ cluster }) => cluster).filter((cluster) => cluster !== null);
  return {
    ...{ id, title, state, createdMs, changedMs, version, by: by.name },
    counts: { attempt: count("attempt"), change: count("change"), note: count("note") },
    clusters: [...new Set(clusters)].sort(),
  };
}

function isVisible({ cluster }: EntryPlace, scope: IncidentScope): boolean {
  return cluster === null || scope.seesCluster(cluster);
}

function viewEntry(entry: IncidentEntry): EntryView {
  const { id, addedMs } = entry;
  const seen = { id, addedMs, by: entry.by.name, timeMs: timeOfEntry(entry) };
  switch (entry.kind) {
    case "attempt": {
      const { attempt, sentence, reason, records } = entry.frozen;
      const proofs = records.map(({ text: _, ...proof }) => proof);
      return { kind: "attempt", ...seen, attempt, sentence, reason, records: proofs };
    }
    case "change":
      return { kind: "change", ...seen, cluster: entry.cluster, change: entry.change };
    case "note":
      return { kind: "note", ...seen, text: entry.text, edited: entry.edited && viewStamp(entry.edited) };
    case "removed":
      return { kind: "removed", ...seen, was: entry.was, removed: viewStamp(entry.removed) };
  }
}

function viewStamp({ ms, by }: Stamp): StampView {
  return { ms, by: by.name };
}
