import { parseAuthenticatorLine } from "@/lib/domain/parse/authenticator-line";
import { formatLogfmtValue } from "@/lib/domain/parse/format-logfmt-value";
import { parseLogfmt } from "@/lib/domain/parse/logfmt";
import { type Row, type RowCheck, rowsOf, text } from "./row-check";

/** Rows `{valueBase64, rendered}`: the value prints as `rendered`, and `rendered` reads back as the value. */
export function logfmtQuotingTable(content: unknown): RowCheck[] {
  return rowsOf(content, "cases").flatMap((row) => {
    const value = fromBytes(Buffer.from(text(row, "valueBase64"), "base64"));
    const rendered = text(row, "rendered");
    const read = parseLogfmt(`k=${rendered}`);
    return [
      { input: row.value, expected: rendered, actual: formatLogfmtValue(value) },
      { input: rendered, expected: ["k", value], actual: read.ok ? read.pairs : read.reject },
    ];
  });
}

/** UTF-8 read as the parser does it: a byte that is none stands as the lone surrogate U+DC00 + byte. */
function fromBytes(bytes: Buffer): string {
  let value = "";
  for (let at = 0; at < bytes.length; ) {
    const length = [1, 2, 3, 4].find((count) => isUtf8Char(bytes.subarray(at, at + count)));
    value +=
      length === undefined
        ? String.fromCharCode(0xdc00 + (bytes[at] ?? 0))
        : bytes.toString("utf8", at, at + length);
    at += length ?? 1;
  }
  return value;
}

function isUtf8Char(bytes: Buffer): boolean {
  const decoded = bytes.toString("utf8");
  return [...decoded].length === 1 && Buffer.from(decoded, "utf8").equals(bytes);
}

/** Rows `{line, expected: {time, level, msg, fields} | null, groupsMeant?, jsonFormatterLine?}`; null = no logfmt. */
export function serverLogTable(content: unknown): RowCheck[] {
  return rowsOf(content, "cases").flatMap((row) => {
    const checks = [{ input: row.line, expected: row.expected, actual: parsed(text(row, "line")) }];
    if (typeof row.jsonFormatterLine === "string") checks.push(jsonCheck(row, row.jsonFormatterLine));
    return checks;
  });
}

function parsed(line: string): unknown {
  const record = parseAuthenticatorLine(line);
  if (record.kind === "text") return null;
  const { time, level, msg, fields } = record;
  return { time, level, msg, fields: Object.fromEntries(fields) };
}

/** The JSON form says the same; of a granted line it also tells the groups apart. */
function jsonCheck(row: Row, line: string): RowCheck {
  const record = parseAuthenticatorLine(line);
  const granted =
    record.kind === "line" && record.event.type === "access-granted" ? record.event.groups : undefined;
  const groups = granted === undefined ? undefined : (row.groupsMeant ?? []);
  return {
    input: line,
    expected: { read: row.expected, groups },
    actual: { read: parsed(line), groups: granted },
  };
}
