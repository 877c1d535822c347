import { isoSeconds } from "../calendar";

export type LineFields = Readonly<Record<string, string>>;

export interface LogLine {
  readonly level: "info" | "warning" | "error";
  readonly msg: string;
  readonly fields: LineFields;
}

/**
 * One line as logrus' TextFormatter writes it to what is no terminal: time, level, msg, then the fields by byte order;
 * an empty value prints nothing after `=` (logrus 1.9.3, text_formatter.go).
 */
export function printLine(timeMs: number, line: LogLine): string {
  const fields = Object.keys(line.fields)
    .sort()
    .map((key) => `${key}=${printValue(line.fields[key] ?? "")}`);
  const head = [`time="${isoSeconds(timeMs)}"`, `level=${line.level}`, `msg=${printValue(line.msg)}`];
  return [...head, ...fields].join(" ");
}

/** Go's fmt.Sprint of a slice of strings. */
export function printGroups(groups: readonly string[]): string {
  return `[${groups.join(" ")}]`;
}

function printValue(text: string): string {
  return /^[A-Za-z0-9._/@^+-]*$/.test(text) ? text : quote(text);
}

const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\u0007": "\\a",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\v": "\\v",
};

/** What Go's strconv.Quote escapes, of the characters that the sandbox writes. */
const ESCAPED = /["\\\p{Cc}\u200b\u202e]/gu;

function quote(text: string): string {
  return `"${text.replace(ESCAPED, escapeCharacter)}"`;
}

function escapeCharacter(character: string): string {
  const short = SHORT[character];
  if (short !== undefined) return short;
  const code = character.charCodeAt(0);
  const hex = code.toString(16);
  return code < 0x80 ? `\\x${hex.padStart(2, "0")}` : `\\u${hex.padStart(4, "0")}`;
}
