import { toIdentityUse } from "@/lib/domain/correlate/identity-use";
import { toKeptRequest } from "@/lib/domain/correlate/kept-request";
import { readAuditEvent } from "@/lib/domain/parse/audit-event";
import { parseAuthenticatorLine } from "@/lib/domain/parse/authenticator-line";
import { readCloudTrailRecord } from "@/lib/domain/parse/cloudtrail-event";
import type { CloudTrailRecord } from "@/lib/domain/parse/cloudtrail-record";
import type { ConfigurationMark } from "@/lib/domain/parse/configuration-marks/configuration-mark";
import { marksOfAudit } from "@/lib/domain/parse/configuration-marks/marks-of-audit";
import { marksOfEvent } from "@/lib/domain/parse/configuration-marks/marks-of-event";
import { marksOfLine } from "@/lib/domain/parse/configuration-marks/marks-of-line";
import type { SourceKind } from "@/lib/domain/summarize/coverage/coverage-report";
import type { PlacedMark } from "@/lib/ports/configuration-store";
import type { SourceRecord } from "@/lib/ports/event-source";
import type { ReadRecord } from "@/lib/ports/reading-store";
import { foldUses } from "./fold-uses";

const AT_ONCE = 1_000;

/** Gives every record its reading, letting others run in between. What cannot be read is kept as it is. */
export async function readRecords(kind: SourceKind, records: readonly SourceRecord[]): Promise<ReadRecord[]> {
  const read: ReadRecord[] = [];
  for (let from = 0; from < records.length; from += AT_ONCE) {
    for (const record of records.slice(from, from + AT_ONCE)) {
      const reading = readRecord(kind, record);
      if (reading !== null) read.push(reading);
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  return kind === "audit-log" ? foldUses(read) : read;
}

/** null: an audit event that is none of ours (a service account's, anonymous); the stream is not kept as a whole. */
function readRecord(kind: SourceKind, source: SourceRecord): ReadRecord | null {
  if (kind === "authenticator-log") return readLine(source);
  if (kind === "audit-log" || kind === "request-log") return readAudit(kind, source);
  const reading = readCloudTrailRecord(source.text);
  if (!reading.ok) return { source, kind: "event", parsed: null };
  const marks = marksOfRecord(reading.record, source.text);
  return { source, kind: "event", parsed: reading.record, ...(marks.length === 0 ? {} : { marks }) };
}

function readLine(source: SourceRecord): ReadRecord {
  const parsed = parseAuthenticatorLine(source.text);
  const marks = marksOfLine(parsed, source.timeMs);
  return { source, kind: "line", parsed, ...(marks.length === 0 ? {} : { marks: marks.map(ofItsLog) }) };
}

function readAudit(kind: "audit-log" | "request-log", source: SourceRecord): ReadRecord | null {
  const reading = readAuditEvent(source.text);
  if (!reading.ok) return { source, kind: "audit", parsed: null };
  const use = kind === "audit-log" ? toIdentityUse(reading.event) : null;
  const request = toKeptRequest(reading.event);
  const marks = marksOfAudit(reading.event, source.text);
  if (use === null && request === null && marks.length === 0) return null;
  const told = marks.length === 0 ? {} : { marks: marks.map(ofItsLog) };
  return { source, kind: "audit", parsed: { use, request }, ...told };
}

function ofItsLog(mark: ConfigurationMark): PlacedMark {
  return { cluster: null, mark };
}

function marksOfRecord(record: CloudTrailRecord, text: string): PlacedMark[] {
  const { cluster: name, marks } = marksOfEvent(record, text) ?? NONE;
  const accountId = record.recipientAccountId ?? record.identity.accountId;
  return marks.map((mark) => ({ cluster: { accountId, region: record.region, name }, mark }));
}

const NONE = { cluster: "", marks: [] } as const;
