import type { TracedAttempt } from "../../correlate/chain/attempt-origin";
import type { ExplainedReason } from "../../explain/explain-reason";
import type { EpochMs } from "../../time/time-range";
import type { AttemptMapping } from "../configuration/attempt-mapping";
import type { AttemptChain } from "../chain/attempt-chain";

/** Everything known of one attempt. */
export interface AttemptDetail {
  readonly attempt: TracedAttempt;
  /** Why it was denied and what to do; null = it was not, or its text is of no version that is known. */
  readonly reason: ExplainedReason | null;
  /** What else may be the reason, by the configuration of that time; less likely. */
  readonly otherReasons: readonly ExplainedReason[];
  /** Which mapping let the caller in, or why none did; null = it did not come that far, or nobody is named. */
  readonly mapping: AttemptMapping | null;
  readonly lines: readonly LineEvidence[];
  readonly events: readonly StsEvidence[];
  /** How the caller came by his credentials. */
  readonly chain: AttemptChain;
  /** The records of the chain's hops. */
  readonly hopRecords: readonly HopRecord[];
  /** What was looked for and not found, each with the reason as far as known. */
  readonly notSeen: readonly { readonly what: string; readonly why: string }[];
}

export interface LineEvidence {
  readonly recordId: string;
  readonly eventId: string | null;
  readonly stream: string;
  readonly timeMs: EpochMs;
  /** Empty when it cannot be read. */
  readonly text: string;
  /** What is to be said of the text: cut, or why it cannot be read; null = it is whole. */
  readonly note: string | null;
}

/** The record of a hop. */
export type HopRecord = Pick<StsEvidence, "recordId" | "eventId" | "json" | "note">;

/** A GetCallerIdentity record that is, or could be, the one behind the attempt. */
export interface StsEvidence {
  readonly recordId: string;
  readonly eventId: string;
  readonly chosen: boolean;
  readonly timeMs: EpochMs;
  readonly region: string;
  /** AWS's address, not the person's. */
  readonly sourceIp: string | null;
  readonly userAgent: string | null;
  /** The record's bytes as they came; empty when they cannot be read. */
  readonly json: string;
  /** What is to be said of them: cut, or why they cannot be read; null = they are whole. */
  readonly note: string | null;
}
