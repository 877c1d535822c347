import { columnOf, isInFlow, markOf, type PossibleKey, type Scanner } from "./scanner";
import { type Token, token } from "./token";
import { failAsScanner } from "./yaml-problem";

const LONGEST_KEY = 1_024;

/** The token that comes next may be a key. */
export function saveKey(scan: Scanner): void {
  if (!scan.mayStartKey) return;
  dropKey(scan);
  const column = columnOf(scan);
  const isRequired = !isInFlow(scan) && scan.indent === column;
  const { at, line } = scan;
  scan.keys[scan.keys.length - 1] = { token: numberOfNext(scan), at, line, column, isRequired };
}

export function dropKey(scan: Scanner): void {
  const last = scan.keys.length - 1;
  if (scan.keys[last]?.isRequired) failAsScanner("could not find expected ':'", markOf(scan));
  scan.keys[last] = null;
}

/** Whether a colon that stands here would still make it a key. */
export function isStillKey(scan: Scanner, { at, line, isRequired }: PossibleKey): boolean {
  if (line === scan.line && at + LONGEST_KEY >= scan.at) return true;
  if (isRequired) failAsScanner("could not find expected ':'", markOf(scan));
  return false;
}

export function numberOfNext({ tokens, head, taken }: Scanner): number {
  return taken + tokens.length - head;
}

/** Opens a block at a column that lies deeper than the one that is open. */
export function openBlock(scan: Scanner, column: number, opening: Token, number = numberOfNext(scan)): void {
  if (isInFlow(scan) || scan.indent >= column) return;
  scan.indents.push(scan.indent);
  scan.indent = column;
  scan.tokens.splice(scan.head + number - scan.taken, 0, opening);
}

/** Closes the blocks that lie deeper than the column. */
export function closeBlocks(scan: Scanner, column: number): void {
  if (isInFlow(scan)) return;
  while (scan.indent > column) {
    scan.tokens.push(token("block end", markOf(scan)));
    scan.indent = scan.indents.pop() ?? -1;
  }
}
