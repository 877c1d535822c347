/** Some lines of a longer text. */
export interface TextExcerpt {
  /** The number of the first line, counted from 1. */
  readonly firstLine: number;
  readonly lines: readonly string[];
}

const BEFORE = 1;
const MOST = 14;
const LONGEST_LINE = 400;

/**
 * The lines of an entry that begins at `line`: to the next one of the same list, and one line before. Long lines are cut.
 */
export function excerptOf(text: string, line: number): TextExcerpt {
  const lines = text.split("\n");
  const start = Math.max(0, line - 1 - BEFORE);
  const indent = indentOf(lines[line - 1] ?? "");
  const rest = lines.slice(line, line + MOST);
  const next = rest.findIndex(
    (one) => one.trim() !== "" && indentOf(one) <= indent && !isInside(one, indent),
  );
  const end = line + (next < 0 ? rest.length : next);
  return {
    firstLine: start + 1,
    lines: lines
      .slice(start, end)
      .map((one) => (one.length > LONGEST_LINE ? `${one.slice(0, LONGEST_LINE)}…` : one)),
  };
}

/** A list below a key may stand as far out as the key. */
function isInside(line: string, indent: number): boolean {
  return indentOf(line) === indent && !line.trimStart().startsWith("- ");
}

/** The place of an entry is its first key's, behind the dash. */
function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
