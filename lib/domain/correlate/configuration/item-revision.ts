import type { ConfigurationMark } from "../../parse/configuration-marks/configuration-mark";
import type { EpochMs } from "../../time/time-range";

/** A mark as it is kept: what is seen again and again without a change is one. */
export interface StoredMark extends ConfigurationMark {
  /** The last instant at which it was seen; of all others that of the mark. */
  readonly untilMs: EpochMs;
  /** The record that tells it; null = an answer of AWS's or Kubernetes' own API. */
  readonly evidence: MarkEvidence | null;
}

export interface MarkEvidence {
  readonly sourceId: string;
  readonly recordId: string;
  /** The record's own time, near which it is found. */
  readonly timeMs: EpochMs;
  /** Of the Kubernetes API's request, where it is kept; CloudTrail's event. */
  readonly requestId: string | null;
  readonly eventId: string | null;
}

/** What an item was for a time. */
export interface ItemRevision {
  /** `unknown`: it was something, and nobody tells what. */
  readonly state: { readonly kind: "value"; readonly value: string } | { readonly kind: "none" | "unknown" };
  /** null = as far back as anything is known. */
  readonly fromMs: EpochMs | null;
  /** It began at this very instant; else it was there by then, and nobody tells since when. */
  readonly isFromKnown: boolean;
  /** The first and last instant at which it is told to hold. */
  readonly firstMs: EpochMs | null;
  readonly lastMs: EpochMs | null;
  /** What began it; null = it was seen. */
  readonly by: StoredMark | null;
}
