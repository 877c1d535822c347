import type { CloudTrailReading } from "./cloudtrail-event";
import type { CloudTrailRecord } from "./cloudtrail-record";
import type { Reject } from "./reject";

export interface CloudTrailFile {
  readonly records: readonly FileRecord[];
  /** Positions count from the start of the file. At most 1,000, and one that tells how many more there are. */
  readonly rejects: readonly Reject[];
}

export interface FileRecord {
  readonly record: CloudTrailRecord;
  /** The record's own text: a slice of the file, or the string inside a LookupEvents answer. */
  readonly text: string;
  /** Where it starts in the file, in UTF-16 units. */
  readonly position: number;
}

/** A file half read. */
export interface FileReading {
  readonly text: string;
  readonly records: FileRecord[];
  readonly rejects: Reject[];
  unlisted: number;
}

const MOST_REJECTS = 1_000;

export function openReading(text: string): FileReading {
  return { text, records: [], rejects: [], unlisted: 0 };
}

/** Keeps the record, or why it is none; a position inside a record's own text counts from `position`. */
export function keep(
  reading: FileReading,
  position: number,
  { text, read }: { readonly text: string; readonly read: CloudTrailReading },
): void {
  if (read.ok) reading.records.push({ record: read.record, text, position });
  else reject(reading, { ...read.reject, position });
}

export function reject(reading: FileReading, why: Reject): void {
  if (reading.rejects.length < MOST_REJECTS) reading.rejects.push(why);
  else reading.unlisted++;
}

export function finish({ text, records, rejects, unlisted }: FileReading): CloudTrailFile {
  if (unlisted === 0) return { records, rejects };
  const message = `${unlisted} more pieces of this file could not be read`;
  return { records, rejects: [...rejects, { position: text.length, code: "too-large", message }] };
}
