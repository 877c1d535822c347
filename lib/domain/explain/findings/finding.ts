import type { TextPlace } from "../../parse/mappings/mapping-entry";
import type { FindingCode } from "./registry";

/** error: it does not do what it says. warning: it does, and that may hurt. note: worth knowing. */
export const SEVERITIES = ["error", "warning", "note"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Something about a configuration that somebody should know. */
export interface Finding {
  readonly code: FindingCode;
  /** One sentence with the entry's own values. */
  readonly message: string;
  /** What to write instead, or to do; null = the registry's words are all there is to say. */
  readonly instead: string | null;
  readonly place: TextPlace | null;
}

/** What is the same for every finding of a code. */
export interface FindingKind {
  readonly code: string;
  readonly severity: Severity;
  /** Without an end. */
  readonly title: string;
  readonly meaning: string;
  readonly fix: string;
}
