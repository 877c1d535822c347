import type { ReadRecord } from "@/lib/ports/reading-store";
import { fromStoredId, toStoredId } from "../attempts/attempt-codes";
import { eventRecordId, newEventRecordId, newRecordId, type StoredIds, sha256 } from "./record-ids";
import type { Writer } from "../writer";

/** A record that is not stored yet, with its identity. */
export interface Identified {
  readonly record: ReadRecord;
  readonly recordId: string;
  /** SHA-256 in hex of its text as it came. */
  readonly sha256: string;
}

/** A page's records by whether they are stored. */
export interface Sorted {
  readonly fresh: readonly Identified[];
  /** Another source of the same log may have stored them, for something else that they tell. */
  readonly known: readonly Identified[];
}

/** Tells which records of a page are not stored yet; looks only at the page's own time range. */
export async function sortRecords(
  writer: Writer,
  group: string,
  records: readonly ReadRecord[],
): Promise<Sorted> {
  if (records.length === 0) return { fresh: [], known: [] };
  const stored = await storedIds(writer, group, records);
  const seen = new Set<string>();
  const fresh: Identified[] = [];
  const known: Identified[] = [];
  for (const record of records) {
    const event = record.kind === "event" ? record.parsed : null;
    const hash = sha256(record.source.text);
    const { id: recordId, isNew } =
      event === null
        ? newRecordId(group, { ...record.source, sha256: hash }, stored, seen)
        : newEventRecordId(event.eventId, stored);
    (isNew ? fresh : known).push({ record, recordId, sha256: hash });
  }
  return { fresh, known };
}

async function storedIds(writer: Writer, group: string, records: readonly ReadRecord[]): Promise<StoredIds> {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const { source } of records) {
    from = Math.min(from, source.timeMs);
    to = Math.max(to, source.timeMs);
  }
  const ids = idsOfEvents(records);
  const rows = await writer.rows(
    `SELECT record_id, event_id FROM raw WHERE time_ms BETWEEN $from AND $to AND stream_id IN (
      SELECT t.id FROM stream t JOIN source s ON s.id = t.source_id WHERE s.log_group = $group)
      ${ids === null ? "" : "AND record_id IN (SELECT unnest($ids::UHUGEINT[]))"}`,
    { group, from, to, ...(ids === null ? {} : { ids }) },
  );
  return new Map(
    rows.map((row) => [fromStoredId(row.record_id), row.event_id === null ? null : String(row.event_id)]),
  );
}

/** An event's id is known beforehand: few of a long time cost little then. null = not all of them are events. */
function idsOfEvents(records: readonly ReadRecord[]): bigint[] | null {
  const ids = records.map((record) =>
    record.kind === "event" && record.parsed !== null
      ? toStoredId(eventRecordId(record.parsed.eventId))
      : null,
  );
  return ids.every((id) => id !== null) ? ids : null;
}
