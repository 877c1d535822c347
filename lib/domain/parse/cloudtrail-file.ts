import { type CloudTrailReading, readCloudTrailRecord, readCloudTrailValue } from "./cloudtrail-event";
import { type CloudTrailFile, type FileReading, finish, keep, openReading, reject } from "./file-reading";
import { findValueEnd, membersOf, skipBlanks } from "./json-bounds";
import { objectOf, textOf } from "./json-fields";
import { parseJson } from "./parse-json";
import { RecordEnds } from "./record-ends";

/**
 * Reads what CloudTrail and its tools write: an S3 object `{"Records":[…]}`, the output of `lookup-events`
 * `{"Events":[{"CloudTrailEvent":"…"}]}`, a list of records, one record, or one a line. A file cut in the middle gives
 * its whole records and a reject for the rest. Linear in the length of the text.
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
  if (first === "[") return readList(reading, from, readRecord);
  if (first === "{") return readTopLevelObject(reading, from);
  reject(reading, { position: from, code: "wrong-shape", message: "expected JSON with CloudTrail records" });
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end + 1;
}

function readTopLevelObject(reading: FileReading, from: number): number {
  const list = findList(reading.text, from);
  if (list === null) return readElement(reading, from, readRecord);
  const end = readList(reading, list.from, list.key === "Records" ? readRecord : readLookupEvent);
  return end >= reading.text.length ? end : closeObject(reading.text, end);
}

function findList(text: string, from: number) {
  for (const member of membersOf(text, from)) {
    const isKnown = member.key === "Records" || member.key === "Events";
    if (isKnown && text[member.from] === "[") return member;
  }
  return null;
}

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

/** Reads the element of a list that reaches from `from` to `to`, if it is one JSON value; false if it is none. */
type ReadItem = (reading: FileReading, from: number, to: number) => boolean;

function readList(reading: FileReading, open: number, readItem: ReadItem): number {
  const { text } = reading;
  let at = skipBlanks(text, open + 1);
  const ends = new RecordEnds(text, at);
  while (at < text.length && text[at] !== "]") {
    const guess = ends.guess(at);
    const end = guess > 0 && readItem(reading, at, guess) ? guess : readElement(reading, at, readItem);
    at = skipBlanks(text, end);
    if (text[at] === ",") at = skipBlanks(text, at + 1);
  }
  if (at >= text.length)
    reject(reading, { position: text.length, code: "truncated", message: "the file ends within its list" });
  return at + 1;
}

function readElement(reading: FileReading, from: number, readItem: ReadItem): number {
  const { text } = reading;
  const end = findValueEnd(text, from);
  if (end < 0) {
    reject(reading, { position: from, code: "truncated", message: "the file ends within this record" });
    return text.length;
  }
  if (!readItem(reading, from, end)) rejectNoJson(reading, from, end);
  return Math.max(end, from + 1);
}

function rejectNoJson(reading: FileReading, from: number, to: number): void {
  const read = readCloudTrailRecord(reading.text.slice(from, to));
  if (!read.ok) reject(reading, { ...read.reject, position: from + read.reject.position });
}

function readRecord(reading: FileReading, from: number, to: number): boolean {
  const text = reading.text.slice(from, to);
  const json = parseJson(text);
  if (json.ok) keep(reading, from, { text, read: readCloudTrailValue(json.value) });
  return json.ok;
}

/** An event of LookupEvents: the record is the text in its `CloudTrailEvent`, or it is a record itself. */
function readLookupEvent(reading: FileReading, from: number, to: number): boolean {
  const text = reading.text.slice(from, to);
  const json = parseJson(text);
  if (!json.ok) return false;
  const inner = textOf(objectOf(json.value).CloudTrailEvent);
  if (inner === null) keep(reading, from, { text, read: orNoEventText(readCloudTrailValue(json.value)) });
  else keep(reading, from, { text: inner, read: readCloudTrailRecord(inner) });
  return true;
}

function orNoEventText(read: CloudTrailReading): CloudTrailReading {
  if (read.ok) return read;
  return {
    ok: false,
    reject: { position: 0, code: "missing-field", message: "an event without its CloudTrailEvent text" },
  };
}
