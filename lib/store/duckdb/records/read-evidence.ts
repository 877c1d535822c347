import type { LineEvidence, StsEvidence } from "@/lib/domain/summarize/attempts/attempt-detail";
import type { TimeRange } from "@/lib/domain/time/time-range";
import { toStoredId } from "../attempts/attempt-codes";
import type { Database } from "../database";
import { readRaw } from "../segments/read-raw";
import type { SegmentFiles } from "../segments/segment-files";
import { textOrNull } from "../sql-values";

const THESE = "r.record_id IN (SELECT unnest($ids::UHUGEINT[])) AND r.time_ms >= $from AND r.time_ms < $to";

/** The raw lines of these records, oldest first; all of them stand within `near`. */
export async function readLines(
  database: Database,
  files: SegmentFiles,
  recordIds: readonly string[],
  near: TimeRange,
): Promise<LineEvidence[]> {
  if (recordIds.length === 0) return [];
  const found = await readRaw(database, files, THESE, { ids: recordIds.map(toStoredId), ...near });
  return found.map(({ recordId, eventId, stream, timeMs, text, note }) => ({
    recordId,
    eventId,
    stream,
    timeMs,
    text,
    note,
  }));
}

/** The raw records of these events, oldest first; all of them stand within `near`. */
export async function readEvents(
  database: Database,
  files: SegmentFiles,
  eventIds: readonly string[],
  near: TimeRange,
): Promise<Omit<StsEvidence, "chosen">[]> {
  const rows = await database.rows(
    `SELECT * FROM sts_event WHERE list_contains($ids, event_id) AND time_ms >= $from AND time_ms < $to
      ORDER BY time_ms, event_id`,
    { ids: eventIds, ...near },
  );
  if (rows.length === 0) return [];
  const ids = rows.map((row) => toStoredId(String(row.record_id)));
  // The event's own time may be a second finer than its record's.
  const around = { from: near.from - 1_000, to: near.to + 1_000 };
  const found = await readRaw(database, files, THESE, { ids, ...around });
  const texts = new Map(found.map((raw) => [raw.recordId, raw]));
  return rows.map((row) => ({
    recordId: String(row.record_id),
    eventId: String(row.event_id),
    timeMs: Number(row.time_ms),
    region: String(row.region),
    sourceIp: textOrNull(row.source_ip),
    userAgent: textOrNull(row.user_agent),
    json: texts.get(String(row.record_id))?.text ?? "",
    note: texts.get(String(row.record_id))?.note ?? null,
  }));
}
