import type { SearchValue } from "@/lib/domain/summarize/attempts/values-of-attempt";
import type { TimeRange } from "@/lib/domain/time/time-range";

/** Values that one wants to do something with, and where the menu is to open. */
export interface AskedMenu {
  readonly values: readonly SearchValue[];
  /** The time to search in from a page that is not the list; null = of the list's own view. */
  readonly range: TimeRange | null;
  /** The attempt that the values are of; absent = they are of none, or of several. */
  readonly attemptId?: string | undefined;
  readonly anchor: HTMLElement;
}
