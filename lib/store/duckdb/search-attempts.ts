import type { Attempt } from "@/lib/domain/correlate/attempt";
import type { AttemptPage } from "@/lib/domain/summarize/attempt-page";
import { InvalidQuery } from "@/lib/ports/event-store";
import type { AttemptQuery } from "@/lib/ports/investigations";
import { toStoredId } from "./attempt-codes";
import type { Database } from "./database";
import { filterSql } from "./filter-sql";
import { readAttempts } from "./read-attempts";

/** One page, newest first by (time, id). */
export async function searchAttempts(database: Database, query: AttemptQuery): Promise<AttemptPage> {
  const { where, params } = filterSql(query.filter);
  const after = query.cursor === null ? null : readCursor(query.cursor);
  const from = after === null ? "" : " AND (a.time_ms < $time OR (a.time_ms = $time AND a.id < $id))";
  const [found, counted] = await Promise.all([
    database.rows(
      `SELECT a.* FROM attempt a WHERE ${where}${from} ORDER BY a.time_ms DESC, a.id DESC LIMIT $limit`,
      { ...params, ...after, limit: query.limit + 1 },
    ),
    database.rows(`SELECT count(*)::INTEGER AS total FROM attempt a WHERE ${where}`, params),
  ]);
  const rows = await readAttempts(database, found.slice(0, query.limit));
  const last = found.length > query.limit ? rows.at(-1) : undefined;
  return { rows, next: last === undefined ? null : writeCursor(last), total: Number(counted[0]?.total ?? 0) };
}

export async function findAttempt(database: Database, id: string): Promise<Attempt | null> {
  const found = await database.rows("SELECT a.* FROM attempt a WHERE a.id = $id", { id: toStoredId(id) });
  return (await readAttempts(database, found))[0] ?? null;
}

function writeCursor({ timeMs, id }: Attempt): string {
  return `${timeMs}.${id}`;
}

function readCursor(cursor: string): { time: number; id: bigint } {
  const match = /^(\d{1,15})\.([0-9a-f]{32})$/.exec(cursor);
  if (match === null) throw new InvalidQuery("cursor", "is not one that a former page gave");
  return { time: Number(match[1]), id: toStoredId(String(match[2])) };
}
