import type { EpochMs } from "../../time/time-range";
import type { IncidentEntry } from "./incident";

/** When an entry's event happened; a note's is when it was written. */
export function timeOfEntry(entry: IncidentEntry): EpochMs {
  if (entry.kind === "attempt") return entry.frozen.attempt.timeMs;
  if (entry.kind === "change") return entry.change.timeMs;
  return entry.kind === "removed" ? entry.timeMs : entry.addedMs;
}

/** The cluster whose viewers may see an entry; null = a note, which is of none. */
export function clusterOfEntry(entry: IncidentEntry): string | null {
  if (entry.kind === "attempt") return entry.frozen.attempt.cluster;
  return entry.kind === "note" ? null : entry.cluster;
}

/** Oldest first; what happened at one instant stands as it was added. */
export function orderTimeline<T extends { readonly timeMs: EpochMs; readonly addedMs: EpochMs }>(
  entries: readonly T[],
): T[] {
  return [...entries].sort((a, b) => a.timeMs - b.timeMs || a.addedMs - b.addedMs);
}
