import { toIdentityUse } from "@/lib/domain/correlate/identity-use";
import { toKeptRequest } from "@/lib/domain/correlate/kept-request";
import { readAuditEvent } from "@/lib/domain/parse/audit-event";
import { parseAuthenticatorLine } from "@/lib/domain/parse/authenticator-line";
import { readCloudTrailRecord } from "@/lib/domain/parse/cloudtrail-event";
import type { SourceKind } from "@/lib/domain/summarize/coverage/coverage-report";
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
  if (kind === "authenticator-log")
    return { source, kind: "line", parsed: parseAuthenticatorLine(source.text) };
  if (kind === "audit-log" || kind === "request-log") return readAudit(kind, source);
  const reading = readCloudTrailRecord(source.text);
  return { source, kind: "event", parsed: reading.ok ? reading.record : null };
}

function readAudit(kind: "audit-log" | "request-log", source: SourceRecord): ReadRecord | null {
  const reading = readAuditEvent(source.text);
  if (!reading.ok) return { source, kind: "audit", parsed: null };
  const use = kind === "audit-log" ? toIdentityUse(reading.event) : null;
  const request = toKeptRequest(reading.event);
  return use === null && request === null ? null : { source, kind: "audit", parsed: { use, request } };
}
