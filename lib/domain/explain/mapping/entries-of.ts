import { BACK_ENDS_OF_MODE, type BackEndKind } from "./back-end-modes";
import type { EntriesOf } from "./near-miss";
import type { ClusterMappings } from "./open-configuration";

/** All entries of a cluster, by where they stand, and whether its mode reads them there. */
export function entriesOf({ mode, hidden, accessEntries, awsAuth }: ClusterMappings): EntriesOf[] {
  const of = (backEnd: BackEndKind, entries: typeof hidden) => ({
    backEnd,
    entries,
    isRead: BACK_ENDS_OF_MODE[mode].includes(backEnd),
  });
  return [of("MountedFile", hidden), of("DynamicFile", accessEntries), of("EKSConfigMap", awsAuth.entries)];
}
