import type { Attempt } from "@/lib/domain/correlate/attempt";
import type { AttemptPage } from "@/lib/domain/summarize/attempt-page";
import type { AttemptQuery } from "@/lib/ports/investigations";
import { toStoredId } from "./attempt-codes";
import type { Database, Reader, Row } from "./database";
import { filterSql } from "./filter-sql";
import { locatePage, type Place } from "./locate-page";
import { readAttempts } from "./read-attempts";

/** One page, newest first by (time, id). */
export function searchAttempts(database: Database, query: AttemptQuery): Promise<AttemptPage> {
  return database.snapshot(async (reader) => {
    const place = await locatePage(reader, query);
    const rows = await readAttempts(reader, await readPage(reader, query, place));
    const last = place.position + rows.length < place.total ? rows.at(-1) : undefined;
    const { position, total } = place;
    return { rows, next: last === undefined ? null : writeCursor(last), position, total };
  });
}

export async function findAttempt(database: Database, id: string): Promise<Attempt | null> {
  const found = await database.rows("SELECT a.* FROM attempt a WHERE a.id = $id", { id: toStoredId(id) });
  return (await readAttempts(database, found))[0] ?? null;
}

async function readPage(reader: Reader, { filter, limit }: AttemptQuery, place: Place): Promise<Row[]> {
  if (place.within === null) return [];
  const { where, params } = filterSql(filter);
  return reader.rows(
    `SELECT a.* FROM attempt a WHERE ${where} AND a.time_ms >= $oldest AND a.time_ms < $newest
      ORDER BY a.time_ms DESC, a.id DESC LIMIT $limit OFFSET $offset`,
    { ...params, oldest: place.within.from, newest: place.within.to, limit, offset: place.offset },
  );
}

function writeCursor({ timeMs, id }: Attempt): string {
  return `${timeMs}.${id}`;
}
