import { DAY_MS, HOUR_MS } from "@/lib/domain/time/durations";
import type { Database } from "../database";
import type { SegmentFiles } from "../segments/segment-files";
import type { Writer } from "../writer";

/** What nobody could read again: the files it came from may be gone. */
const IMPORTED = "SELECT id FROM source WHERE state = 'imported'";

/** Whatever is told of requests to the Kubernetes API whose records are gone; their use by day stays. */
async function forgetRequests(database: Database, before: number): Promise<void> {
  await database.transaction((writer) =>
    writer.run(`DELETE FROM kube_write WHERE record_ms < $before AND source_id NOT IN (${IMPORTED})`, {
      before,
    }),
  );
}

/**
 * Forgets the records of the days before `beforeMs`: their texts, lines and events. What was derived from them stays, and
 * their hours are noted as forgotten: they cannot be derived anew. Imported records stay. Each day is one transaction, the
 * oldest first; its segments are removed after it. Days that are not derived yet are left for the next time. Gives how
 * many days went.
 */
export async function forgetRecords(
  database: Database,
  files: SegmentFiles,
  beforeMs: number,
): Promise<number> {
  const before = Math.floor(beforeMs / DAY_MS) * DAY_MS;
  const days = await database.rows(
    `SELECT DISTINCT day_ms FROM segment WHERE day_ms < $before AND source_id NOT IN (${IMPORTED}) ORDER BY day_ms`,
    { before },
  );
  let forgotten = 0;
  for (const { day_ms } of days) {
    const removed = await database.transaction((writer) => forgetDay(writer, Number(day_ms)));
    if (removed === null) break;
    await files.remove(removed);
    forgotten++;
  }
  await forgetRequests(database, before);
  if (forgotten > 0) await database.checkpoint();
  return forgotten;
}

/** Gives the segments that nothing names any more; null = an hour is to be derived first. */
async function forgetDay(writer: Writer, day: number): Promise<string[] | null> {
  const range = { from: day, to: day + DAY_MS };
  const stale = await writer.rows("SELECT 1 FROM stale_hour WHERE hour_ms < $to LIMIT 1", { to: range.to });
  if (stale.length > 0) return null;
  await noteForgotten(writer, range);
  const segments = await writer.rows(
    `SELECT id, name FROM segment WHERE day_ms = $day AND source_id NOT IN (${IMPORTED})`,
    { day },
  );
  const ids = segments.map(({ id }) => Number(id)).join(", ");
  const blocks = `SELECT id FROM raw_block WHERE segment_id IN (${ids})`;
  await writer.run(
    `DELETE FROM raw WHERE time_ms >= $from AND time_ms < $to AND block_id IN (${blocks})`,
    range,
  );
  await writer.run(`DELETE FROM raw_block WHERE segment_id IN (${ids})`);
  await writer.run(`DELETE FROM segment WHERE id IN (${ids})`);
  // The day's last hour can still take part in attempts of the next day: it goes with that.
  const until = range.to - HOUR_MS;
  await writer.run(`DELETE FROM line WHERE time_ms < $until AND stream_id NOT IN (${KEPT_STREAMS})`, {
    until,
  });
  await writer.run(`DELETE FROM sts_event WHERE time_ms < $until AND record_id NOT IN (${KEPT_RECORDS})`, {
    until,
  });
  return segments.map(({ name }) => String(name));
}

const KEPT_STREAMS = `SELECT id FROM stream WHERE source_id IN (${IMPORTED})`;

/** Imported records up to then; a second is what an event's own time may be finer than its record's. */
const KEPT_RECORDS = `SELECT lpad(lower(hex(r.record_id)), 32, '0') FROM raw r
  WHERE r.time_ms < $until + 1000 AND r.stream_id IN (${KEPT_STREAMS})`;

async function noteForgotten(writer: Writer, range: { from: number; to: number }): Promise<void> {
  const hours = ["line", "attempt", "unclaimed_token"].map(
    (table) =>
      `SELECT floor(time_ms / ${HOUR_MS}) * ${HOUR_MS} AS hour_ms FROM ${table} WHERE time_ms >= $from AND time_ms < $to`,
  );
  await writer.run(
    `INSERT INTO forgotten_hour SELECT DISTINCT hour_ms FROM (${hours.join(" UNION ALL ")})
      EXCEPT SELECT hour_ms FROM forgotten_hour`,
    range,
  );
}

/** Records before this instant may be gone; null = none are. */
export async function readKeptFrom(database: Database): Promise<number | null> {
  const [row] = await database.rows("SELECT max(hour_ms) AS last FROM forgotten_hour");
  if (row === undefined || row.last === null) return null;
  return Math.floor(Number(row.last) / DAY_MS) * DAY_MS + DAY_MS;
}
