import type { StoredMark } from "@/lib/domain/correlate/configuration/item-revision";
import type { ConfigurationMark, MarkPart } from "@/lib/domain/parse/configuration-marks/configuration-mark";
import type { EpochMs } from "@/lib/domain/time/time-range";

/** A cluster as AWS knows it. */
export interface ClusterAddress {
  /** null = not known: of files. */
  readonly accountId: string | null;
  /** "" = not known. */
  readonly region: string;
  /** Its name in EKS. */
  readonly name: string;
}

/** A mark of a record, and whose it is; null = of the cluster whose log tells it. */
export interface PlacedMark {
  readonly cluster: ClusterAddress | null;
  readonly mark: ConfigurationMark;
}

/** A part of a configuration as it is just now. */
export interface SeenPart {
  readonly part: MarkPart;
  /** As marks have it; null = there is none. */
  readonly value: string | null;
}

/** What is told of the configuration of clusters. */
export interface ConfigurationStore {
  /** What has not changed since it was last seen is the same mark. */
  noteSeen(cluster: ClusterAddress, parts: readonly SeenPart[], nowMs: EpochMs): Promise<void>;
  /** All that is told of a cluster by its shown name, by time. */
  configurationMarks(cluster: string): Promise<StoredMark[]>;
}
