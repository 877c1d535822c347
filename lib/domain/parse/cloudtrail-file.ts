import { readCloudTrailRecord, readCloudTrailValue } from "./cloudtrail-event";
import { type CloudTrailFile, type FileReading, finish, keep, openReading, reject } from "./file-reading";
import { findValueEnd, membersOf, skipBlanks } from "./json-bounds";
import { objectOf, textOf } from "./json-fields";
import { parseJson } from "./parse-json";
import { RecordEnds } from "./record-ends";

/**
 * Reads what CloudTrail and its tools write: an S3 object `{"Records":[…]}`, the output of `lookup-events`
 * `{"Events":[{"CloudTrailEvent":"…"}]}`, a list of either, one record, or one a line; other members beside the list do
 * not matter. A file cut in the middle gives its whole records and a reject for the rest. Linear in the length of the
 * text.
 */
export function parseCloudTrailFile(text: string): CloudTrailFile {
  const reading = openReading(text);
  let at = skipBlanks(text, 0);
  if (at === text.length) reject(reading, { position: 0, code: "empty", message: "an empty file" });
  while (at < text.length) at = skipBlanks(text, readTopLevel(reading, at));
  return finish(reading);
}

/** Reads one top-level value; gives where to go on. */
function readTopLevel(reading: FileReading, from: number): number {
  const { text } = reading;
  const first = text[from];
  if (first === "[") return readList(reading, from);
  if (first === "{") return readTopLevelObject(reading, from);
  reject(reading, { position: from, code: "wrong-shape", message: "expected JSON with CloudTrail records" });
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end + 1;
}

function readTopLevelObject(reading: FileReading, from: number): number {
  const open = findList(reading.text, from);
  if (open < 0) return readElement(reading, from);
  const end = readList(reading, open);
  return end >= reading.text.length ? end : closeObject(reading.text, end);
}

/** Where the list of records opens in the object at `from`; -1 when it has none. */
function findList(text: string, from: number): number {
  for (const member of membersOf(text, from)) {
    if (LISTS.has(member.key.toLowerCase()) && text[member.from] === "[") return member.from;
  }
  return -1;
}

const LISTS: ReadonlySet<string> = new Set(["records", "events"]);

/** Behind the brace that closes the object whose last read value ended at `from`. */
function closeObject(text: string, from: number): number {
  let at = skipBlanks(text, from);
  while (at < text.length && text[at] !== "}") {
    const end = findValueEnd(text, at);
    if (end < 0) return text.length;
    at = skipBlanks(text, Math.max(end, at + 1));
  }
  return at + 1;
}

function readList(reading: FileReading, open: number): number {
  const { text } = reading;
  let at = skipBlanks(text, open + 1);
  const ends = new RecordEnds(text, at);
  while (at < text.length && text[at] !== "]") {
    const guess = ends.guess(at);
    const end = guess > 0 && readItem(reading, at, guess) ? guess : readElement(reading, at);
    at = skipBlanks(text, end);
    if (text[at] === ",") at = skipBlanks(text, at + 1);
  }
  if (at >= text.length)
    reject(reading, { position: text.length, code: "truncated", message: "the file ends within its list" });
  return at + 1;
}

function readElement(reading: FileReading, from: number): number {
  const { text } = reading;
  const end = findValueEnd(text, from);
  if (end < 0) {
    reject(reading, { position: from, code: "truncated", message: "the file ends within this record" });
    return text.length;
  }
  if (!readItem(reading, from, end)) rejectNoJson(reading, from, end);
  return Math.max(end, from + 1);
}

/** Reads the record from `from` to `to`, or the one in an event of LookupEvents; false when that is not JSON. */
function readItem(reading: FileReading, from: number, to: number): boolean {
  const text = reading.text.slice(from, to);
  const json = parseJson(text);
  if (!json.ok) return false;
  const { eventID, CloudTrailEvent } = objectOf(json.value);
  const inner = eventID === undefined ? textOf(CloudTrailEvent) : null;
  if (inner !== null) keep(reading, from, { text: inner, read: readCloudTrailRecord(inner) });
  else keep(reading, from, { text, read: readCloudTrailValue(json.value) });
  return true;
}

function rejectNoJson(reading: FileReading, from: number, to: number): void {
  const read = readCloudTrailRecord(reading.text.slice(from, to));
  if (!read.ok) reject(reading, { ...read.reject, position: from + read.reject.position });
}
