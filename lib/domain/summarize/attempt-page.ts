import type { Attempt } from "../correlate/attempt";

/** Newest first. */
export interface AttemptPage {
  readonly rows: readonly Attempt[];
  /** Opaque; hand it back for the next page. null = these were the last. */
  readonly next: string | null;
  /** How many match in all. */
  readonly total: number;
}
