import type { Attempt } from "../correlate/attempt";

/** Newest first. */
export interface AttemptPage {
  readonly rows: readonly Attempt[];
  /** Opaque; hand it back for the next page. null = these were the last. */
  readonly next: string | null;
  /** How many matches are newer than the first row: 0 is the newest. The total where there are no rows. */
  readonly position: number;
  /** How many match in all. */
  readonly total: number;
}
