import { InvalidQuery } from "@/lib/ports/event-store";
import type { AttemptQuery } from "@/lib/ports/investigations";
import { toStoredId } from "./attempt-codes";
import type { Param, Reader } from "./database";
import { filterSql } from "./filter-sql";

const HOUR_MS = 3_600_000;

/** Where the rows of a page lie. */
export interface Place {
  readonly total: number;
  /** How many matches are newer than the page. */
  readonly position: number;
  /** Whole hours that hold the page's rows, from the oldest; null = there are none. */
  readonly within: { readonly from: number; readonly to: number } | null;
  /** How many matches within them are newer than the page. */
  readonly offset: number;
}

/**
 * Finds a page among millions by counting: matches by the hour, summed up from the newest. Only the hours that hold the
 * page need then be sorted.
 */
export async function locatePage(reader: Reader, query: AttemptQuery): Promise<Place> {
  const { where, params } = filterSql(query.filter);
  const start = readStart(query);
  const [row] = await reader.rows(
    `WITH h AS (SELECT floor(a.time_ms / ${HOUR_MS}) * ${HOUR_MS} AS hour, count(*) AS n, ${start.newer} AS newer
        FROM attempt a WHERE ${where} GROUP BY 1),
      p AS (SELECT ${start.position} AS position FROM h),
      c AS (SELECT hour, n, sum(n) OVER (ORDER BY hour DESC) AS upto, position FROM h, p)
    SELECT coalesce(max(upto), 0)::DOUBLE AS total, max(hour) FILTER (upto > position) AS first,
      coalesce(max(hour) FILTER (upto >= position + $limit), min(hour)) AS last, max(position)::DOUBLE AS position,
      (max(position) - arg_max(upto - n, hour) FILTER (upto > position))::DOUBLE AS skipped FROM c`,
    { ...params, ...start.params, limit: query.limit },
  );
  const total = Number(row?.total ?? 0);
  if (row === undefined || row.first === null) return { total, position: total, within: null, offset: 0 };
  const within = { from: Number(row.last), to: Number(row.first) + HOUR_MS };
  return { total, position: Number(row.position), within, offset: Number(row.skipped) };
}

/** `newer` counts an hour's matches that are newer than the start; `position` sums them up. */
interface Start {
  readonly newer: string;
  readonly position: string;
  readonly params: Readonly<Record<string, Param>>;
}

function readStart({ cursor, position, atMs }: AttemptQuery): Start {
  if (cursor !== null) return startAfter(readCursor(cursor));
  if (typeof atMs === "number") return startAfter({ time: atMs + 1, id: 0n });
  return { newer: "0", position: "max($position)", params: { position: position ?? 0 } };
}

function startAfter(key: { readonly time: number; readonly id: bigint }): Start {
  const newer = "count(*) FILTER (a.time_ms > $time OR (a.time_ms = $time AND a.id >= $id))";
  return { newer, position: "coalesce(sum(newer), 0)", params: key };
}

function readCursor(cursor: string): { time: number; id: bigint } {
  const match = /^(\d{1,15})\.([0-9a-f]{32})$/.exec(cursor);
  if (match === null) throw new InvalidQuery("cursor", "is not one that a former page gave");
  return { time: Number(match[1]), id: toStoredId(String(match[2])) };
}
