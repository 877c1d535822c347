import type { TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import { RECORD_ID } from "@/lib/domain/identity/record-id";
import type { AttemptPage } from "@/lib/domain/summarize/attempts/attempt-page";
import { printRowCursor } from "@/lib/domain/summarize/row-cursor";
import type { TimeRange } from "@/lib/domain/time/time-range";
import type { AttemptQuery } from "@/lib/ports/investigations";
import { toStoredId } from "./attempt-codes";
import { timeWithin } from "./counted-rows";
import type { Database } from "../database";
import { conditionsOf, filterSql } from "./filter-sql";
import { locatePage, type Place } from "./locate-page";
import { readTracedAttempts } from "./read-attempts";
import type { Reader, Row } from "../sql-values";

/** One page, newest first by (time, id). */
export function searchAttempts(
  database: Database,
  query: AttemptQuery,
  signal?: AbortSignal,
): Promise<AttemptPage> {
  return database.snapshot(async (reader) => {
    const place = await locatePage(reader, query);
    const rows = await readTracedAttempts(reader, await readPage(reader, query, place));
    const last = place.position + rows.length < place.total ? rows.at(-1) : undefined;
    const { position, total } = place;
    const next = last === undefined ? null : printRowCursor(last);
    return { rows, next, position, total, range: query.filter.range };
  }, signal);
}

/** null: there is none, or the id is none of ours. */
export async function findAttempt(database: Database, id: string): Promise<TracedAttempt | null> {
  if (!RECORD_ID.test(id)) return null;
  const found = await database.rows("SELECT a.* FROM attempt a WHERE a.id = $id", { id: toStoredId(id) });
  return (await readTracedAttempts(database, found))[0] ?? null;
}

/**
 * In the order of the ids; those of none are left out. Where they stand is found first: whole rows are wide, and read for
 * these alone.
 */
export async function findAttempts(
  database: Database,
  ids: readonly string[],
  within: TimeRange,
): Promise<TracedAttempt[]> {
  const wanted = ids.filter((id) => RECORD_ID.test(id));
  if (wanted.length === 0) return [];
  const rows = await database.rows(
    `SELECT a.* FROM attempt a WHERE ${timeWithin(within)} AND a.rowid IN
      (SELECT rowid FROM attempt WHERE ${timeWithin(within)} AND id IN (SELECT unnest($ids::UHUGEINT[])))`,
    { ids: wanted.map(toStoredId) },
  );
  const found = new Map((await readTracedAttempts(database, rows)).map((attempt) => [attempt.id, attempt]));
  return ids.map((id) => found.get(id)).filter((attempt) => attempt !== undefined);
}

async function readPage(reader: Reader, { filter, limit }: AttemptQuery, place: Place): Promise<Row[]> {
  if (place.within === null) return [];
  const sql = filterSql(filter);
  const from = Math.max(place.within.from, filter.range.from);
  const to = Math.min(place.within.to, filter.range.to);
  return reader.rows(
    `SELECT a.* FROM attempt a WHERE ${timeWithin({ from, to })} AND ${conditionsOf(sql)}
      ORDER BY a.time_ms DESC, a.id DESC LIMIT $limit OFFSET $offset`,
    { ...sql.params, limit, offset: place.offset },
  );
}
