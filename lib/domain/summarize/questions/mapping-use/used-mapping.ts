import type { BackEndKind } from "../../../explain/mapping/back-end-modes";
import type { RemovalForm } from "../../../explain/questions/removal-forms";
import type { EpochMs } from "../../../time/time-range";
import type { MappingRow } from "../../configuration/configuration-report";
import type { Uses } from "../entrances/uses";
import type { AfterRemoval } from "./after-removal";

/**
 * - `used`, `unused`: somebody came by it, or nobody did in all that was read.
 * - `shadowed`: another entry decides for its principal.
 * - `not-read`: the cluster's mode does not ask there.
 * - `never-matches`: nobody can come by it, as it is written.
 * - `unknown`: which username EKS gives entries of its type is not known, so that its uses cannot be told.
 */
export const MAPPING_STATES = ["used", "unused", "shadowed", "not-read", "never-matches", "unknown"] as const;
export type MappingState = (typeof MAPPING_STATES)[number];

/** Of nodes, of AWS itself, or of the cluster's creator: not to be taken away like a person's. */
export const KEEPERS = ["node", "aws", "creator"] as const;
export type Keeper = (typeof KEEPERS)[number];

/** A mapping that stands now, with all that came of it. */
export interface UsedMapping extends MappingRow {
  readonly state: MappingState;
  readonly keeper: Keeper | null;
  /** null: nobody came by it. Of one that is shadowed: before it was. */
  readonly uses: Uses | null;
  /** Since when it would be seen if somebody came by it: since then it stands, and the log is read; null = no log is read. */
  readonly knownSinceMs: EpochMs | null;
  /** Whoever takes the role gets this one name. */
  readonly isStatic: boolean;
  /** Which one decides instead. */
  readonly shadowedBy: Pick<MappingRow, "backEnd" | "entry"> | null;
  /** How it is taken out; empty for what is of nodes or of AWS. */
  readonly removal: readonly RemovalForm[];
  /** Whose access would change with that, of those who came. */
  readonly after: AfterRemoval;
}

/** Who came in by what stands in no mapping of now. */
export interface OtherUse {
  /** `account`: by mapAccounts; `gone`: by an entry that is gone; `unexplained`: no mapping that is known gives it. */
  readonly what: "account" | "gone" | "unexplained";
  /** null: not known. */
  readonly backEnd: BackEndKind | null;
  readonly arn: string | null;
  readonly uses: Uses;
}
