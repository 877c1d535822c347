import { mergeRanges } from "./merge-ranges";
import type { TimeRange } from "./time-range";

/** What of `whole` none of `parts` covers, oldest first. */
export function subtractRanges(whole: TimeRange, parts: readonly TimeRange[]): TimeRange[] {
  const left: TimeRange[] = [];
  let from = whole.from;
  for (const part of mergeRanges(parts)) {
    if (part.to <= from) continue;
    if (part.from >= whole.to) break;
    if (part.from > from) left.push({ from, to: part.from });
    from = part.to;
  }
  if (from < whole.to) left.push({ from, to: whole.to });
  return left;
}
