import { mergeRanges } from "./merge-ranges";
import type { TimeRange } from "./time-range";

/** What of `whole` the parts cover, oldest first, without overlap. */
export function intersectRanges(whole: TimeRange, parts: readonly TimeRange[]): TimeRange[] {
  return mergeRanges(
    parts.map(({ from, to }) => ({ from: Math.max(from, whole.from), to: Math.min(to, whole.to) })),
  );
}
