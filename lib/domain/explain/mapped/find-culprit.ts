import type { ClusterHistory } from "../../correlate/configuration/cluster-history";
import type { ItemRevision } from "../../correlate/configuration/item-revision";
import type { EpochMs } from "../../time/time-range";
import { type ChangeRef, toChangeRef } from "../configuration/change-ref";
import { configurationAt, type Watched } from "../configuration/configuration-at";
import { mappingsOf } from "../configuration/open-known";
import type { MappedCaller } from "../mapping/mapped-caller";
import { mapIdentity } from "../mapping/map-identity";
import type { MappingGranted } from "../mapping/mapping-decision";
import { openConfiguration } from "../mapping/open-configuration";

/** The change since which a caller is turned away. */
export interface Culprit {
  /** When the configuration is another for the first time. */
  readonly timeMs: EpochMs;
  /** Whether it was at that very instant. */
  readonly isTimeKnown: boolean;
  /** null = nobody tells who did it. */
  readonly change: ChangeRef | null;
  /** As what he came in before. */
  readonly before: MappingGranted;
}

/** Older changes than so many are not looked at. */
const LOOKED_AT = 60;

/** The newest change before an instant at which the configuration stopped letting the caller in; null = none did. */
export function findCulprit(
  caller: MappedCaller,
  history: ClusterHistory,
  atMs: EpochMs,
  watched: Watched,
): Culprit | null {
  const decide = (ms: EpochMs) =>
    mapIdentity(caller, openConfiguration(mappingsOf(configurationAt(history, ms, watched).known)));
  if (decide(atMs).outcome === "granted") return null;
  for (const { timeMs, isTimeKnown, change } of changesBefore(history, atMs).slice(0, LOOKED_AT)) {
    const before = decide(timeMs - 1);
    if (before.outcome === "granted") return { timeMs, isTimeKnown, change, before };
  }
  return null;
}

/** Newest first. */
function changesBefore(history: ClusterHistory, atMs: EpochMs): Omit<Culprit, "before">[] {
  const items: (readonly ItemRevision[])[] = [history.awsAuth, history.mode, ...history.entries.values()];
  return items
    .flatMap((revisions) => revisions.slice(1))
    .flatMap(({ fromMs, isFromKnown, by }) =>
      fromMs === null || fromMs > atMs
        ? []
        : [{ timeMs: fromMs, isTimeKnown: isFromKnown, change: by === null ? null : toChangeRef(by) }],
    )
    .sort((a, b) => b.timeMs - a.timeMs);
}
