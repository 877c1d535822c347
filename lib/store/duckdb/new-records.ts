import type { ReadRecord } from "@/lib/ports/event-store";
import type { Writer } from "./database";
import { newEventRecordId, newRecordId, type StoredIds } from "./record-ids";

/** A record that is not stored yet, with its identity. */
export interface Identified {
  readonly record: ReadRecord;
  readonly recordId: string;
}

/** The records of a page that are not stored yet; looks only at the page's own time range. */
export async function newRecords(
  writer: Writer,
  group: string,
  records: readonly ReadRecord[],
): Promise<Identified[]> {
  if (records.length === 0) return [];
  const stored = await storedIds(writer, group, records);
  const seen = new Set<string>();
  const fresh: Identified[] = [];
  for (const record of records) {
    const event = record.kind === "event" ? record.parsed : null;
    const recordId =
      event === null
        ? newRecordId(group, record.source, stored, seen)
        : newEventRecordId(event.eventId, stored);
    if (recordId !== null) fresh.push({ record, recordId });
  }
  return fresh;
}

async function storedIds(writer: Writer, group: string, records: readonly ReadRecord[]): Promise<StoredIds> {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const { source } of records) {
    from = Math.min(from, source.timeMs);
    to = Math.max(to, source.timeMs);
  }
  const rows = await writer.rows(
    "SELECT record_id, event_id FROM raw WHERE log_group = $group AND time_ms BETWEEN $from AND $to",
    { group, from, to },
  );
  return new Map(
    rows.map((row) => [String(row.record_id), row.event_id === null ? null : String(row.event_id)]),
  );
}
