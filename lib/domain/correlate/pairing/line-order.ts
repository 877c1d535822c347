import type { LineRecord } from "../line-record";

/** Code-unit order: the same on every machine, unlike `localeCompare`. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** By time; within one millisecond an STS response stands before the decisions, then by id. */
export function compareLines(a: LineRecord, b: LineRecord): number {
  return a.timeMs - b.timeMs || rank(a) - rank(b) || compareText(a.recordId, b.recordId);
}

/** The lines in their order, each record once. Returns the very array when it is so already. */
export function orderLines(lines: readonly LineRecord[]): readonly LineRecord[] {
  if (isStrictlyOrdered(lines)) return lines;
  const sorted = lines.toSorted(compareLines);
  return sorted.filter((line, i) => i === 0 || line.recordId !== sorted[i - 1]?.recordId);
}

function rank(line: LineRecord): number {
  return line.event.type === "sts-response" ? 0 : 1;
}

function isStrictlyOrdered(lines: readonly LineRecord[]): boolean {
  let previous = lines[0];
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i] as LineRecord;
    if (previous === undefined || previous.timeMs > line.timeMs) return false;
    if (previous.timeMs === line.timeMs && compareLines(previous, line) >= 0) return false;
    previous = line;
  }
  return true;
}
