import { type CloudTrailReading, readCloudTrailRecord, readCloudTrailValue } from "./cloudtrail-event";
import type { CloudTrailRecord } from "./cloudtrail-record";
import { findStringEnd, findValueEnd, skipBlanks } from "./json-bounds";
import { asObject, textAt } from "./json-fields";
import type { Reject } from "./reject";

export interface CloudTrailFile {
  readonly records: readonly {
    readonly record: CloudTrailRecord;
    /** The record's own text: a slice of the file, or the string inside a LookupEvents answer. */
    readonly text: string;
    /** Where it starts in the file, in UTF-16 units. */
    readonly position: number;
  }[];
  /** Positions count from the start of the file. */
  readonly rejects: readonly Reject[];
}

interface Reading {
  readonly text: string;
  readonly records: { record: CloudTrailRecord; text: string; position: number }[];
  readonly rejects: Reject[];
}

/**
 * Reads what CloudTrail and its tools write: an S3 object `{"Records":[…]}`, the output of `lookup-events`
 * `{"Events":[{"CloudTrailEvent":"…"}]}`, a list of records, one record, or one a line. A file cut in the middle gives
 * its whole records and a reject for the rest. Linear in the length of the text.
 */
export function parseCloudTrailFile(text: string): CloudTrailFile {
  const reading: Reading = { text, records: [], rejects: [] };
  let at = skipBlanks(text, 0);
  if (at === text.length) reject(reading, "empty", "an empty file", 0);
  while (at < text.length) at = skipBlanks(text, readTopLevel(reading, at));
  return reading;
}

/** Reads one top-level value; gives where to go on. */
function readTopLevel(reading: Reading, from: number): number {
  const first = reading.text[from];
  if (first === "[") return readList(reading, from, readRecord);
  if (first === "{") return readTopLevelObject(reading, from);
  reject(reading, "wrong-shape", "expected JSON with CloudTrail records", from);
  return lineEnd(reading.text, from);
}

function readTopLevelObject(reading: Reading, from: number): number {
  const records = findList(reading.text, from, "Records");
  const events = records < 0 ? findList(reading.text, from, "Events") : -1;
  if (records < 0 && events < 0) return readElement(reading, from, readRecord);
  const end =
    records >= 0 ? readList(reading, records, readRecord) : readList(reading, events, readLookupEvent);
  return end >= reading.text.length ? end : closeObject(reading.text, end);
}

/** Where the list under `key` opens, when it is a member of the object that opens at `from`; else -1. */
function findList(text: string, from: number, key: string): number {
  let at = skipBlanks(text, from + 1);
  while (text[at] === '"') {
    const keyEnd = findStringEnd(text, at);
    if (keyEnd < 0) return -1;
    const value = skipBlanks(text, skipBlanks(text, keyEnd) + 1);
    if (text.slice(at + 1, keyEnd - 1) === key && text[value] === "[") return value;
    const end = findValueEnd(text, value);
    if (end < 0) return -1;
    at = skipBlanks(text, end);
    if (text[at] === ",") at = skipBlanks(text, at + 1);
  }
  return -1;
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

const NO_EVENT_TEXT: CloudTrailReading = {
  ok: false,
  reject: { position: 0, code: "missing-field", message: "an event without its CloudTrailEvent text" },
};

type ReadItem = (reading: Reading, from: number, to: number) => void;

function readList(reading: Reading, open: number, readItem: ReadItem): number {
  const { text } = reading;
  let at = skipBlanks(text, open + 1);
  while (at < text.length && text[at] !== "]") {
    at = skipBlanks(text, readElement(reading, at, readItem));
    if (text[at] === ",") at = skipBlanks(text, at + 1);
  }
  if (at >= text.length) reject(reading, "truncated", "the file ends within its list", text.length);
  return at + 1;
}

function readElement(reading: Reading, from: number, readItem: ReadItem): number {
  const end = findValueEnd(reading.text, from);
  if (end < 0) {
    reject(reading, "truncated", "the file ends within this record", from);
    return reading.text.length;
  }
  readItem(reading, from, end);
  return Math.max(end, from + 1);
}

function readRecord(reading: Reading, from: number, to: number): void {
  const text = reading.text.slice(from, to);
  const read = readCloudTrailRecord(text);
  if (read.ok) reading.records.push({ record: read.record, text, position: from });
  else reject(reading, read.reject.code, read.reject.message, from + read.reject.position);
}

function readLookupEvent(reading: Reading, from: number, to: number): void {
  const text = lookupEventText(reading.text.slice(from, to));
  const read = text === null ? NO_EVENT_TEXT : readCloudTrailRecord(text);
  if (read.ok) reading.records.push({ record: read.record, text: text ?? "", position: from });
  else reject(reading, read.reject.code, read.reject.message, from);
}

function lookupEventText(json: string): string | null {
  try {
    const event = asObject(JSON.parse(json));
    if (event === null) return null;
    return textAt(event, "CloudTrailEvent") ?? (readCloudTrailValue(event).ok ? json : null);
  } catch {
    return null;
  }
}

function reject(reading: Reading, code: Reject["code"], message: string, position: number): void {
  reading.rejects.push({ position, code, message });
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end + 1;
}
