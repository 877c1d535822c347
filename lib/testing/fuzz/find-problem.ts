import { isDeepStrictEqual } from "node:util";
import { parseAuthenticatorLine, readAnyLine } from "@/lib/domain/parse/authenticator-line";
import type { AuthenticatorLine, AuthenticatorRecord } from "@/lib/domain/parse/authenticator-record";
import { parseCloudTrailFile } from "@/lib/domain/parse/cloudtrail-file";
import { parseLogfmt } from "@/lib/domain/parse/logfmt";
import type { Reject } from "@/lib/domain/parse/reject";
import type { HostileLine } from "./hostile-line";

/** What the parser did wrong with this line; null when all is as it must be. */
export function findLineProblem(line: HostileLine): string | null {
  try {
    const record = parseAuthenticatorLine(line.text);
    return (
      findShapeProblem(record, line.text) ??
      findRoundTripProblem(record, line) ??
      findForgery(record, line.deniedWith)
    );
  } catch (error) {
    return `it threw ${error}`;
  }
}

/** The same for a CloudTrail file: records are where they are said to be, rejects point into the text. */
export function findFileProblem(text: string): string | null {
  try {
    const { records, rejects } = parseCloudTrailFile(text);
    const lost = records.find((item) => !isAtItsPlace(text, item));
    if (lost !== undefined) return `a record is not at ${lost.position}`;
    if (text.trim() !== "" && records.length + rejects.length === 0 && !isEmptyList(text))
      return "nothing came of it";
    return rejects.every((reject) => isWithin(text, reject)) ? null : "a reject points outside the text";
  } catch (error) {
    return `it threw ${error}`;
  }
}

/** Lists without records are no problem of the file. */
function isEmptyList(text: string): boolean {
  return /\[\s*\]/.test(text);
}

/** A slice of the file; a record of LookupEvents is text within text. */
function isAtItsPlace(text: string, item: { text: string; position: number }): boolean {
  return text.startsWith(item.text, item.position) || text.includes("CloudTrailEvent");
}

function isWithin(text: string, { position, message }: Reject): boolean {
  return Number.isInteger(position) && position >= 0 && position <= text.length && message !== "";
}

function findShapeProblem(record: AuthenticatorRecord, text: string): string | null {
  if (record.kind === "text") {
    return record.text === text && isWithin(text, record.reject) ? null : "a reject without text or place";
  }
  const general = readAnyLine(text);
  if (general.kind === "text") return "a line that the general way rejects";
  if (!isDeepStrictEqual(partsOf(record), partsOf(general))) return "two ways to read a line, two readings";
  const { event } = record;
  if (event.type === "access-granted" && record.msg !== "access granted")
    return "a verdict that msg does not give";
  return null;
}

function partsOf({ time, timeMs, level, msg, fields, duplicates, event }: AuthenticatorLine) {
  return { time, timeMs, level, msg, fields: [...fields], duplicates, event };
}

function findRoundTripProblem(record: AuthenticatorRecord, { text, pairs }: HostileLine): string | null {
  if (pairs === null) return null;
  const read = parseLogfmt(text);
  if (!read.ok || !isDeepStrictEqual(read.pairs, pairs)) return "printed and read back, it is another line";
  if (record.kind === "text") return firstIndexOf(pairs, "msg") >= 0 ? "a line with msg was rejected" : null;
  const isFirst = (value: string, key: string) => pairs[firstIndexOf(pairs, key) + 1] === value;
  const believed =
    [...record.fields].every(([key, value]) => isFirst(value, key)) && isFirst(record.msg, "msg");
  return believed ? null : "a later repetition of a key was believed";
}

function firstIndexOf(pairs: readonly string[], key: string): number {
  return pairs.findIndex((text, i) => i % 2 === 0 && text === key);
}

function findForgery(record: AuthenticatorRecord, deniedWith: string | null): string | null {
  if (deniedWith === null) return null;
  if (record.kind !== "line" || record.event.type !== "access-denied")
    return "a denial was read as something else";
  const isWhole = record.event.error === deniedWith && record.duplicates.length === 0;
  return isWhole && !record.fields.has("username") ? null : "a stranger's text left its field";
}
