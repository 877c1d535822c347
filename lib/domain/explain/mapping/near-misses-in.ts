import { type AuthenticationMode, BACK_ENDS_OF_MODE, type BackEndKind } from "./back-end-modes";
import type { MappedCaller } from "./mapped-caller";
import { type EntriesOf, type NearMiss, nearMisses } from "./near-miss";
import type { ClusterMappings } from "./open-configuration";

/** The entries of a cluster that were probably meant for a caller, read by its mode or not. */
export function nearMissesIn(caller: MappedCaller, mappings: ClusterMappings): NearMiss[] {
  const { mode, hidden, accessEntries, awsAuth } = mappings;
  const of = (backEnd: BackEndKind, entries: EntriesOf["entries"]): EntriesOf => ({
    backEnd,
    entries,
    isRead: isRead(mode, backEnd),
  });
  return nearMisses(caller, [
    of("MountedFile", hidden),
    of("DynamicFile", accessEntries),
    of("EKSConfigMap", awsAuth.entries),
  ]);
}

function isRead(mode: AuthenticationMode, backEnd: BackEndKind): boolean {
  return BACK_ENDS_OF_MODE[mode].includes(backEnd);
}
