import { parseAuthenticatorLine } from "@/lib/domain/parse/authenticator-line";
import { formatLogfmtValue } from "@/lib/domain/parse/format-logfmt-value";
import { parseLogfmt } from "@/lib/domain/parse/logfmt";
import { fromBytes } from "./from-bytes";
import { type ComparedPair, type Row, type RowCheck, rowsOf, text } from "./row-check";

/** Rows `{valueBase64, rendered}`: the value prints as `rendered`, and `rendered` reads back as the value. */
export function logfmtQuotingTable(content: unknown): RowCheck[] {
  return rowsOf(content, "cases").map((row) => {
    const value = fromBytes(Buffer.from(text(row, "valueBase64"), "base64"));
    const rendered = text(row, "rendered");
    const read = parseLogfmt(`k=${rendered}`);
    const printed = { expected: rendered, actual: formatLogfmtValue(value) };
    const readBack = { expected: ["k", value], actual: read.ok ? read.pairs : read.reject };
    return { input: row.value, pairs: [printed, readBack] };
  });
}

/** Rows `{line, expected: {time, level, msg, fields} | null, groupsMeant?, jsonFormatterLine?}`; null = no logfmt. */
export function serverLogTable(content: unknown): RowCheck[] {
  return rowsOf(content, "cases").map((row) => {
    const plain = { expected: row.expected ?? null, actual: parsed(text(row, "line")) };
    const json = row.jsonFormatterLine;
    return { input: row.line, pairs: typeof json === "string" ? [plain, ...jsonPairs(row, json)] : [plain] };
  });
}

function parsed(line: string): unknown {
  const record = parseAuthenticatorLine(line);
  if (record.kind === "text") return null;
  const { time, level, msg, fields } = record;
  return { time, level, msg, fields: Object.fromEntries(fields) };
}

/** The JSON form says the same; of a granted line it also tells the groups apart. */
function jsonPairs(row: Row, line: string): ComparedPair[] {
  const record = parseAuthenticatorLine(line);
  const read = { expected: row.expected ?? null, actual: parsed(line) };
  if (record.kind === "text" || record.event.type !== "access-granted") return [read];
  return [read, { expected: row.groupsMeant ?? [], actual: record.event.groups }];
}
