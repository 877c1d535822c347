import { readAuditEvent } from "@/lib/domain/parse/audit-event";
import { parseInstant } from "@/lib/domain/time/parse-instant";
import type { SourceRecord } from "@/lib/ports/event-source";

/** Events begin alike; what stands in them is not looked at. */
const START = '{"kind":"Event"';
const MARK = '"auditID"';

/** Whether a line is an audit event, without reading all of it. */
export function looksLikeAudit(line: string): boolean {
  return line.startsWith("{") && (line.startsWith(START) || line.slice(0, 512).includes(MARK));
}

export interface AuditText {
  /** Empty when no line is an audit event. */
  readonly records: readonly SourceRecord[];
  /** The other lines. */
  readonly rest: string;
}

/**
 * Audit events, one a line, as `aws logs tail` prints them (with an instant and the stream before each) or without. Their
 * time is that instant, or when the event was received.
 */
export function readAuditText(text: string, fileStream: string): AuditText {
  const records: SourceRecord[] = [];
  const rest: string[] = [];
  for (const line of text.split("\n")) {
    const record = toRecord(line, fileStream);
    if (record === null) rest.push(line);
    else records.push(record);
  }
  return { records, rest: rest.join("\n") };
}

function toRecord(line: string, fileStream: string): SourceRecord | null {
  const open = line.indexOf("{");
  const text = open < 0 ? "" : line.slice(open).trimEnd();
  if (!looksLikeAudit(text)) return null;
  const [first = "", stream = fileStream] = line.slice(0, open).trim().split(" ");
  const timeMs = first === "" ? receivedMs(text) : parseInstant(first);
  return timeMs === null ? null : { stream, timeMs, text, eventId: null };
}

function receivedMs(event: string): number | null {
  const reading = readAuditEvent(event);
  return reading.ok ? reading.event.timeMs : null;
}
