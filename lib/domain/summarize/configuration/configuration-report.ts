import type { ConfigurationPart } from "../../explain/configuration/known-configuration";
import type { PartState } from "../../explain/configuration/part-at";
import type { Remark } from "../../explain/findings/check-config-map";
import type { AuthenticationMode, BackEndKind } from "../../explain/mapping/back-end-modes";
import type { AssociatedPolicy } from "../../parse/access-entries/access-entry";
import type { MappingEntry } from "../../parse/mappings/mapping-entry";
import type { EpochMs } from "../../time/time-range";
import type { ConfigurationChange } from "./configuration-change";
import type { ConfigurationReading } from "./configuration-reading";

/** Who may come in to a cluster just now, where that is read, and how it became so. */
export interface ConfigurationReport {
  readonly cluster: string;
  readonly nowMs: EpochMs;
  /** null = it is not known. */
  readonly mode: AuthenticationMode | null;
  readonly parts: Readonly<Record<ConfigurationPart, PartState>>;
  readonly readings: readonly ConfigurationReading[];
  /** In the order in which the cluster asks them. */
  readonly mappings: readonly MappingRow[];
  /** Accounts all of whose principals come in. */
  readonly accounts: readonly string[];
  readonly awsAuthText: string | null;
  readonly findings: readonly Remark[];
  /** Newest first; the newest so many. */
  readonly changes: readonly ConfigurationChange[];
}

/** One entry, wherever it stands. */
export interface MappingRow {
  readonly backEnd: BackEndKind;
  /** Whether the cluster's mode reads it there. */
  readonly isRead: boolean;
  readonly entry: MappingEntry;
  /** STANDARD, EC2_LINUX …; null = it is no access entry. */
  readonly type: string | null;
  readonly policies: readonly AssociatedPolicy[];
}
