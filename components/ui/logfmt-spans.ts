/** A stretch of a log line: a field's name with its `=`, or anything else. */
export interface LogfmtSpan {
  readonly kind: "key" | "rest";
  readonly text: string;
  /** Where it starts in the line. */
  readonly at: number;
}

const KEY_START = /[A-Za-z_]/;
const KEY = /[A-Za-z0-9_.-]/;

/** Where the fields' names stand, for the eye only. A name inside a quoted value is part of the value. Linear. */
export function findLogfmtSpans(line: string): LogfmtSpan[] {
  const spans: LogfmtSpan[] = [];
  let from = 0;
  let at = 0;
  while (at < line.length) {
    const end = KEY_START.test(line[at] ?? "") ? endOfKey(line, at) : at;
    if (line[end] === "=" && end > at) {
      if (at > from) spans.push({ kind: "rest", text: line.slice(from, at), at: from });
      spans.push({ kind: "key", text: line.slice(at, end + 1), at });
      from = end + 1;
    }
    at = endOfValue(line, line[end] === "=" ? end + 1 : end) + 1;
  }
  if (from < line.length) spans.push({ kind: "rest", text: line.slice(from), at: from });
  return spans;
}

function endOfKey(line: string, from: number): number {
  let at = from;
  while (at < line.length && KEY.test(line[at] ?? "")) at++;
  return at;
}

/** The blank after a value, or the end of the line. */
function endOfValue(line: string, from: number): number {
  let quoted = false;
  for (let at = from; at < line.length; at++) {
    if (line[at] === "\\") at++;
    else if (line[at] === '"') quoted = !quoted;
    else if (line[at] === " " && !quoted) return at;
  }
  return line.length;
}
