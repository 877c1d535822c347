/** error: it does not do what it says. warning: it does, and that may hurt. note: worth knowing. */

export type Severity = "error" | "warning" | "note";

/** What is the same for every finding of a code. */
export interface FindingKind {
  readonly code: string;
  readonly severity: Severity;
  /** Without an end. */
  readonly title: string;
  readonly meaning: string;
  readonly fix: string;
}
