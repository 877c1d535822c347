import type { Incident, IncidentEntry } from "./incident";
import { clusterOfEntry } from "./timeline";

/** What it takes to list an incident, and to say who may see it, without its entries' weight. */
export interface IncidentOutline extends Omit<Incident, "entries"> {
  readonly places: readonly EntryPlace[];
}

export interface EntryPlace {
  readonly kind: IncidentEntry["kind"];
  /** null = of no cluster. */
  readonly cluster: string | null;
}

export function outlineOf({ entries, ...rest }: Incident): IncidentOutline {
  return { ...rest, places: entries.map(placeOf) };
}

export function placeOf(entry: IncidentEntry): EntryPlace {
  return { kind: entry.kind, cluster: clusterOfEntry(entry) };
}
