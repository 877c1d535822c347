import type { EpochMs } from "../../time/time-range";

/** A later Gatebook reads it; an earlier one says that it cannot. */
export const EVIDENCE_FORMAT = 1;
export const EVIDENCE_KINDS = ["attempt", "selection", "report", "incident"] as const;
export const EVIDENCE_LEVELS = ["R0", "R1", "R2"] as const;

/**
 * What was shared: a frozen copy that was redacted before it was kept, and needs neither AWS nor the store to be read
 * (facts: security §3.4).
 */
export interface Evidence {
  readonly format: typeof EVIDENCE_FORMAT;
  readonly kind: (typeof EVIDENCE_KINDS)[number];
  /** One sentence. */
  readonly title: string;
  /** What whoever shared it has to say; may be empty. */
  readonly note: string;
  readonly madeMs: EpochMs;
  /** The name at the level. */
  readonly sharedBy: string;
  readonly level: (typeof EVIDENCE_LEVELS)[number];
  /** Path and query of the view that it was made from; null where they would tell what the level hides. */
  readonly view: string | null;
  /** Plain JSON, by the kind. */
  readonly content: unknown;
  readonly records: readonly EvidenceRecord[];
  /** Of the canonical JSON of all other fields, in hex. */
  readonly sha256: string;
}

export interface EvidenceRecord {
  readonly recordId: string;
  readonly kind: "line" | "event";
  /** Empty where the level leaves it out. */
  readonly text: string;
  /** Cut, left out, or why it cannot be read; null = it is whole. */
  readonly note: string | null;
  /** Of `text` as UTF-8, in hex. At R0 that is the hash of the record as it came. */
  readonly sha256: string;
  /**
   * HMAC-SHA-256 of the record as it came, by the share's own key, which never leaves the server: who keeps the share can
   * prove the record. A plain hash would let anybody try what is hidden, such as the 256 addresses of a network. Null at R0.
   */
  readonly originalSeal: string | null;
}
