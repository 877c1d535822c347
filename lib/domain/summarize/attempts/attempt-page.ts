import type { TracedAttempt } from "../../correlate/chain/attempt-origin";
import type { TimeRange } from "../../time/time-range";

/** Newest first. */
export interface AttemptPage {
  readonly rows: readonly TracedAttempt[];
  /** Opaque; hand it back for the next page. null = these were the last. */
  readonly next: string | null;
  /** How many matches are newer than the first row: 0 is the newest. The total where there are no rows. */
  readonly position: number;
  /** How many match in all. */
  readonly total: number;
  /** The time that was searched, in absolute terms: ask for other positions with it, and they are of the same list. */
  readonly range: TimeRange;
}
