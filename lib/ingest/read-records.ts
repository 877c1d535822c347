import { parseAuthenticatorLine } from "@/lib/domain/parse/authenticator-line";
import { readCloudTrailRecord } from "@/lib/domain/parse/cloudtrail-event";
import type { SourceKind } from "@/lib/domain/summarize/coverage-report";
import type { SourceRecord } from "@/lib/ports/event-source";
import type { ReadRecord } from "@/lib/ports/event-store";

const AT_ONCE = 1_000;

/** Gives every record its reading, letting others run in between. What cannot be read is kept as it is. */
export async function readRecords(kind: SourceKind, records: readonly SourceRecord[]): Promise<ReadRecord[]> {
  const read: ReadRecord[] = [];
  for (let from = 0; from < records.length; from += AT_ONCE) {
    for (const record of records.slice(from, from + AT_ONCE)) read.push(readRecord(kind, record));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return read;
}

function readRecord(kind: SourceKind, source: SourceRecord): ReadRecord {
  if (kind === "authenticator-log")
    return { source, kind: "line", parsed: parseAuthenticatorLine(source.text) };
  const reading = readCloudTrailRecord(source.text);
  return { source, kind: "event", parsed: reading.ok ? reading.record : null };
}
