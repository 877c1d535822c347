import { HOUR_MS } from "@/lib/domain/time/durations";
import { spanOf } from "@/lib/domain/time/span-of";
import type { EpochMs, TimeRange } from "@/lib/domain/time/time-range";
import type { Reader } from "../sql-values";

/** Lines and events of one stretch: a derivation holds them all. One hour alone may have more. */
const MOST_RECORDS = 2_000;
const MOST_HOURS = 12;

/** Hours (their first millisecond) whose attempts are out of date, newest first. */
export async function readStaleHours(reader: Reader): Promise<EpochMs[]> {
  const rows = await reader.rows("SELECT hour_ms FROM stale_hour ORDER BY hour_ms DESC");
  return rows.map((row) => Number(row.hour_ms));
}

/** The same as stretches: what is asked of the store costs as much for an hour as for twelve. */
export async function readStaleStretches(reader: Reader): Promise<TimeRange[]> {
  const hours = await readStaleHours(reader);
  const records = hours.length > 1 ? await countRecords(reader, spanOf(hours)) : new Map<EpochMs, number>();
  const stretches: TimeRange[] = [];
  let held = 0;
  for (const hour of hours) {
    const own = records.get(hour) ?? 0;
    const newer = stretches.at(-1);
    const adjoins = newer?.from === hour + HOUR_MS && newer.to - hour <= MOST_HOURS * HOUR_MS;
    if (newer !== undefined && adjoins && held + own <= MOST_RECORDS) {
      stretches[stretches.length - 1] = { from: hour, to: newer.to };
      held += own;
    } else {
      stretches.push({ from: hour, to: hour + HOUR_MS });
      held = own;
    }
  }
  return stretches;
}

async function countRecords(reader: Reader, span: TimeRange): Promise<ReadonlyMap<EpochMs, number>> {
  const within = "time_ms >= $from AND time_ms < $to";
  const rows = await reader.rows(
    `SELECT hour_ms, sum(n)::DOUBLE AS n FROM (
      SELECT floor(time_ms / ${HOUR_MS}) * ${HOUR_MS} AS hour_ms, count(*) AS n FROM line WHERE ${within} GROUP BY 1
      UNION ALL SELECT floor(time_ms / ${HOUR_MS}) * ${HOUR_MS}, count(*) FROM sts_event WHERE ${within} GROUP BY 1)
    GROUP BY hour_ms`,
    { from: span.from, to: span.to + HOUR_MS },
  );
  return new Map(rows.map((row) => [Number(row.hour_ms), Number(row.n)]));
}
