import type { MappingEntry } from "../../parse/mappings/mapping-entry";
import type { BackEndKind } from "./back-end-modes";

/** What one back end was told to map. */
export interface BackEndContent {
  readonly kind: BackEndKind;
  readonly entries: readonly MappingEntry[];
  /** Whose principals all come in, by account number. */
  readonly accounts: readonly string[];
  /** Beginnings that no username may have; EKS sets them for access entries. */
  readonly reservedPrefixes: readonly string[];
  /** How DynamicFile finds an entry; absent = by its ARN. */
  readonly findBy?: FindBy;
}

/**
 * - `user-id`: by the unique id that the entry is bound to, as EKS does with access entries.
 * - `principal`: by role or user without path: for access entries whose id nobody tells, as EKS's API does not. A principal
 *   that was made again under its old name is then found, though EKS would not find it.
 */
export type FindBy = "user-id" | "principal";

/** EKS User Guide, "Create access entries"; the order is the authenticator's own sample (facts: authenticator §4.7). */
export const RESERVED_PREFIXES = ["aws:", "iam:", "amazon:", "system:", "eks:"] as const;
