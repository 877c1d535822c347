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
  const ordered = [...lines];
  if (!sortNearlySorted(ordered)) ordered.sort(compareLines);
  return isStrictlyOrdered(ordered) ? ordered : withoutCopies(ordered);
}

/**
 * Insertion sort, for lines that stand in order of time but for those of one millisecond: a third of the cost of
 * `sort` there. Gives up, with the array in some order, when lines are further from their place.
 */
function sortNearlySorted(lines: LineRecord[]): boolean {
  let movesLeft = lines.length;
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i] as LineRecord;
    let to = i;
    while (to > 0 && compareLines(lines[to - 1] as LineRecord, line) > 0 && movesLeft-- > 0) {
      lines[to] = lines[to - 1] as LineRecord;
      to--;
    }
    lines[to] = line;
    if (movesLeft < 0) return false;
  }
  return true;
}

function withoutCopies(ordered: readonly LineRecord[]): readonly LineRecord[] {
  return ordered.filter((line, i) => line.recordId !== ordered[i - 1]?.recordId);
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
