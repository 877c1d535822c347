import type { TimeRange } from "./time-range";

/** The same time as sorted ranges that neither touch nor overlap. Empty ranges vanish. */
export function mergeRanges(ranges: readonly TimeRange[]): TimeRange[] {
  const sorted = ranges.filter((range) => range.from < range.to).sort((a, b) => a.from - b.from);
  const merged: TimeRange[] = [];
  for (const range of sorted) {
    const last = merged.at(-1);
    if (last === undefined || last.to < range.from) merged.push(range);
    else if (last.to < range.to) merged[merged.length - 1] = { from: last.from, to: range.to };
  }
  return merged;
}
