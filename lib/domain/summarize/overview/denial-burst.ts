import type { ReasonCode } from "../../explain/reasons/registry";
import type { MarkAuthor, MarkPart } from "../../parse/configuration-marks/configuration-mark";
import type { EpochMs } from "../../time/time-range";
import type { ChangeKind } from "../configuration/configuration-change";

/** Denials of one cluster, reason and principal within one step of time. */
export interface DenialCount {
  /** The start of the step; see BURST_STEP_MS. */
  readonly stepMs: EpochMs;
  /** null = a text of no version that is known. */
  readonly code: ReasonCode | null;
  /** The caller's ARN without session; null = STS vouched for nobody. */
  readonly principal: string | null;
  readonly denied: number;
  readonly firstMs: EpochMs;
  readonly lastMs: EpochMs;
}

/** A change of who may come in. */
export interface MappingChange {
  readonly kind: ChangeKind;
  readonly part: MarkPart;
  /** Which entry or policy; "" = the whole part. */
  readonly key: string;
  readonly timeMs: EpochMs;
  readonly by: MarkAuthor | null;
}

/**
 * - `aws-auth-broken`: the authenticator could not read a part of aws-auth.
 * - `mapping-changed`: who may come in was changed, then callers had no mapping.
 * - `sts-throttled`, `sts-unreachable`: STS did not answer the authenticator.
 * - `one-principal`: nearly all are of one IAM principal.
 * - `bad-tokens`: the tokens themselves are refused, before anybody is asked who it is.
 * - `one-reason`: they share a reason, and no more is known.
 */
export const CAUSE_KINDS = [
  "aws-auth-broken",
  "mapping-changed",
  "sts-throttled",
  "sts-unreachable",
  "one-principal",
  "bad-tokens",
  "one-reason",
] as const;
export type CauseKind = (typeof CAUSE_KINDS)[number];

/** What many denials have in common. */
export interface CommonCause {
  readonly kind: CauseKind;
  readonly code: ReasonCode | null;
  /** The reason in words; "" = it has none. */
  readonly title: string;
  readonly denied: number;
  /** `observed`: the denials themselves say so; `timed`: it came shortly before them. */
  readonly confidence: "observed" | "timed";
  /** How many principals were denied; 0 = STS vouched for nobody. */
  readonly principals: number;
  /** The one whose they all or nearly all are; null = there is none. */
  readonly principal: string | null;
  readonly change: MappingChange | null;
  readonly firstMs: EpochMs;
  readonly lastMs: EpochMs;
}

/** A stretch in which a cluster turned away many more than it ordinarily does. */
export interface DenialBurst {
  readonly cluster: string;
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly denied: number;
  /** Ordinary denials within ten minutes. */
  readonly usual: number;
  /** The one of most denials first. */
  readonly causes: readonly CommonCause[];
  /** Denials of reasons too seldom to be a cause. */
  readonly others: number;
}
