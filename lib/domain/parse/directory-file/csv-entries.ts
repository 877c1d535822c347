import { columnName } from "./column-name";
import { type RawEntry, wrongEntry } from "./raw-entry";

const SEPARATORS = [",", ";", "\t"];
const WHO = ["userid", "arn", "account"];

/** Each line of a CSV file is one person: a quoted value ends with its line, so that a bad line spoils no other. */
export function* readCsvEntries(text: string): Generator<RawEntry> {
  let columns: readonly string[] | null = null;
  let separator = ",";
  for (const [line, number] of linesOf(text)) {
    if (line.trim() === "") continue;
    const where = `line ${number}`;
    if (columns === null) {
      separator = SEPARATORS.find((one) => line.includes(one)) ?? ",";
      columns = (splitLine(line, separator) ?? []).map(columnName);
      if (!columns.some((name) => WHO.includes(name))) {
        yield wrongEntry(where, NO_COLUMNS, "Begin with a line such as: userId,userName,displayName,email");
        return;
      }
      continue;
    }
    yield readLine(splitLine(line, separator), columns, where);
  }
}

const NO_COLUMNS =
  "names no column that says who a line is about (userId, arn or account); nothing was read.";

function readLine(values: readonly string[] | null, columns: readonly string[], where: string): RawEntry {
  if (values === null)
    return wrongEntry(
      where,
      "has a quote that is not closed.",
      'Close it; write a quote within quotes as "".',
    );
  if (values.length > columns.length)
    return wrongEntry(
      where,
      `has ${values.length} values, and the first line names ${columns.length} columns.`,
      "Put values that hold the separator in quotes.",
    );
  return { where, values: new Map(values.map((value, i) => [columns[i] ?? "", value])), finding: null };
}

function* linesOf(text: string): Generator<readonly [string, number]> {
  let from = 0;
  for (let number = 1; from <= text.length; number++) {
    const end = text.indexOf("\n", from);
    const to = end < 0 ? text.length : end;
    yield [text.slice(from, text.charAt(to - 1) === "\r" && to > from ? to - 1 : to), number];
    from = to + 1;
  }
}

/** null: a quote is not closed. */
function splitLine(line: string, separator: string): readonly string[] | null {
  const values: string[] = [];
  for (let at = 0; ; at++) {
    const isQuoted = line.charAt(at) === '"';
    const end = isQuoted ? closingQuote(line, at + 1) : line.indexOf(separator, at);
    if (isQuoted && end < 0) return null;
    const inner = isQuoted ? line.slice(at + 1, end).replaceAll('""', '"') : "";
    const next = isQuoted ? line.indexOf(separator, end) : end;
    const to = next < 0 ? line.length : next;
    values.push(isQuoted ? inner + line.slice(end + 1, to).trimEnd() : line.slice(at, to));
    if (next < 0) return values;
    at = next;
  }
}

/** A quote that is doubled stands for itself; -1 = there is none that closes. */
function closingQuote(line: string, from: number): number {
  let at = line.indexOf('"', from);
  while (at >= 0 && line.charAt(at + 1) === '"') at = line.indexOf('"', at + 2);
  return at;
}
