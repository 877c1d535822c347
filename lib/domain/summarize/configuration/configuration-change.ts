import type { MarkEvidence } from "../../correlate/configuration/item-revision";
import type { AttemptOrigin } from "../../correlate/chain/attempt-origin";
import type { AccessChange } from "../../explain/mapped/what-changes";
import type { MarkAuthor, MarkPart } from "../../parse/configuration-marks/configuration-mark";
import type { EpochMs } from "../../time/time-range";
import type { DiffLine } from "./line-diff";

/**
 * - `created`, `changed`, `removed`: from then on it was otherwise.
 * - `written`: a role or binding was written; its text is not kept.
 * - `broken`: the authenticator could not read a part of aws-auth.
 */
export type ChangeKind = "created" | "changed" | "removed" | "written" | "broken";

/** One change of a cluster's configuration. */
export interface ConfigurationChange {
  readonly kind: ChangeKind;
  readonly part: MarkPart;
  /** Which entry, policy or object; "" = the whole part. */
  readonly key: string;
  /** When it was otherwise for the first time. */
  readonly timeMs: EpochMs;
  readonly isTimeKnown: boolean;
  /** When it was last seen as it was before; null = that is not known. */
  readonly afterMs: EpochMs | null;
  readonly by: MarkAuthor | null;
  /** Who is behind the author, by the chain of his session; null = that is not known, or of an older change not asked. */
  readonly origin: Pick<AttemptOrigin, "kind" | "name" | "confidence"> | null;
  readonly evidence: MarkEvidence | null;
  /** null = what it was, or what it became, is not known. */
  readonly diff: readonly DiffLine[] | null;
  /** What the authenticator said of it; null = nothing. */
  readonly message: string | null;
  readonly effects: readonly ChangeEffect[];
}

/** Whose access a change took away, gave or made another, of those who came lately. */
export interface ChangeEffect {
  readonly kind: AccessChange["kind"];
  readonly count: number;
  /** The most active of them. */
  readonly names: readonly string[];
}
