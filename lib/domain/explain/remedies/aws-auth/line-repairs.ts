/** What people get wrong in one line of a list, put right; null = it is not that. Gives all lines. */
export type LineRepair = (lines: readonly string[], at: number) => string[] | null;

/** Longer lines are no list's that somebody wrote by hand. */
const LONGEST_LINE = 2_000;

const ITEM = /^([ \t]*)(- +)["']?\w+["']?:(?:\s|$)/;
const KEY = /^([ \t]*)["']?\w+["']?:(?:\s|$)/;

/** A key below the first key of its item, and an item below the item before it, with what belongs to it. */
const indent: LineRepair = (lines, at) => {
  const line = lines[at] ?? "";
  const [, own = null, dash] = ITEM.exec(line) ?? KEY.exec(line) ?? [];
  const above = itemAbove(lines, at);
  if (own === null || above === null) return null;
  const to = dash === undefined ? above.key : above.dash;
  if (own === " ".repeat(to)) return null;
  const by = to - own.length;
  const end = endOf(lines, at, own.length);
  const moved = lines.slice(at, end).map((one, i) => shift(one, i === 0 ? to : widthOf(one) + by));
  return [...lines.slice(0, at), ...moved, ...lines.slice(end)];
};

function itemAbove(lines: readonly string[], at: number): { dash: number; key: number } | null {
  for (let i = at - 1; i >= 0; i--) {
    const [, blanks = "", dash] = ITEM.exec(lines[i] ?? "") ?? [];
    if (dash !== undefined) return { dash: blanks.length, key: blanks.length + dash.length };
  }
  return null;
}

/** Lines that are further in, or are a list's plain items, belong to the line above them. */
function endOf(lines: readonly string[], at: number, width: number): number {
  let end = at + 1;
  const belongs = (line: string) =>
    line.trim() !== "" &&
    (widthOf(line) > width || (widthOf(line) === width && line.trim().startsWith("- ") && !ITEM.test(line)));
  while (end < lines.length && belongs(lines[end] ?? "")) end++;
  return end;
}

function widthOf(line: string): number {
  return line.length - line.trimStart().length;
}

function shift(line: string, width: number): string {
  return " ".repeat(Math.max(0, width)) + line.trimStart();
}

/** A value that begins with a sign of YAML's, such as `{{SessionName}}`. */
const quote: LineRepair = (lines, at) => {
  const line = (lines[at] ?? "").trimEnd();
  const [, head, value] = /^(\s*(?:- +)?\w+: +)(\{\{.*|[*&!@%`].*)$/.exec(line) ?? [];
  if (head === undefined || value === undefined || /["\\]/.test(value)) return null;
  return lines.toSpliced(at, 1, `${head}"${value}"`);
};

/** `rolearn:arn…` and `-rolearn: arn…`. */
const blank: LineRepair = (lines, at) => {
  const line = lines[at] ?? "";
  const parted = line
    .replace(/^(\s*)-(?=(?:rolearn|userarn|username|groups)\s*:)/i, "$1- ")
    .replace(/^(\s*(?:- +)?(?:rolearn|userarn|username)):(?=\S)/i, "$1: ");
  return parted === line ? null : lines.toSpliced(at, 1, parted);
};

export const LINE_REPAIRS: readonly LineRepair[] = [quote, blank, indent].map(
  (repair): LineRepair =>
    (lines, at) =>
      (lines[at]?.length ?? 0) > LONGEST_LINE ? null : repair(lines, at),
);
