import type { ConfigurationAt } from "../../../explain/configuration/configuration-at";
import type { EpochMs } from "../../../time/time-range";
import type { Entrance } from "../entrances/entrance";

/** All that was gathered of who came by which mapping. */
export interface MappingUseFacts {
  readonly cluster: string;
  readonly region: string | null;
  /** Of all time. */
  readonly entrances: readonly Entrance[];
  /** false = only the most active were looked at. */
  readonly isWhole: boolean;
  /** The configuration of each stretch; the last is that of now. */
  readonly stretches: readonly ConfigurationAt[];
  readonly bounds: readonly EpochMs[];
  /** Older changes of the mappings that were not looked at. */
  readonly uncut: number;
  /** Since when the cluster's log is read; null = it is not. */
  readonly readSinceMs: EpochMs | null;
  readonly unread: readonly string[];
}
