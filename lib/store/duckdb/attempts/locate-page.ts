import { DAY_MS, HOUR_MS } from "@/lib/domain/time/durations";
import type { TimeRange } from "@/lib/domain/time/time-range";
import type { AttemptQuery } from "@/lib/ports/investigations";
import { countedRows } from "./counted-rows";
import { conditionsOf, filterSql, needsAttempts } from "./filter-sql";
import { readCursor } from "../read-cursor";
import type { Param, Reader } from "../sql-values";

/** Where the rows of a page lie. */
export interface Place {
  readonly total: number;
  /** How many matches are newer than the page. */
  readonly position: number;
  /** The time that holds the page's rows, from the oldest; null = there are none. */
  readonly within: TimeRange | null;
  /** How many matches within them are newer than the page. */
  readonly offset: number;
}

/**
 * Finds a page among millions by counting: matches by the day, summed up from the newest, then by the hour within the
 * days that hold the page. Only the rows of those hours need then be sorted.
 */
export async function locatePage(reader: Reader, query: AttemptQuery): Promise<Place> {
  const { range } = query.filter;
  const start = readStart(query);
  if (needsAttempts(filterSql(query.filter)) || range.to - range.from < 2 * DAY_MS) {
    return locate(reader, query, { start, step: HOUR_MS, rows: countedRows(range, "attempt") });
  }
  const days = { start, step: DAY_MS, rows: countedRows(range, "day", start.time) };
  const place = await locate(reader, query, days);
  if (place.within === null) return place;
  const within = { from: Math.max(place.within.from, range.from), to: Math.min(place.within.to, range.to) };
  const rows = countedRows(within, "attempt");
  const hours = { start: startAt(place.offset), step: HOUR_MS, rows };
  const { within: found, offset } = await locate(reader, query, hours);
  return { ...place, within: found, offset };
}

interface Counting {
  readonly start: Start;
  readonly step: number;
  readonly rows: string;
}

async function locate(reader: Reader, query: AttemptQuery, { start, step, rows }: Counting): Promise<Place> {
  const sql = filterSql(query.filter);
  const [row] = await reader.rows(
    `WITH h AS (SELECT a.time_ms // ${step} * ${step} AS step, sum(a.n)::BIGINT AS n, ${start.newer} AS newer
        FROM ${rows} a WHERE ${conditionsOf(sql)} GROUP BY 1),
      p AS (SELECT ${start.position} AS position FROM h),
      c AS (SELECT step, n, sum(n) OVER (ORDER BY step DESC) AS upto, position FROM h, p)
    SELECT coalesce(max(upto), 0)::DOUBLE AS total, max(step) FILTER (upto > position) AS first,
      coalesce(max(step) FILTER (upto >= position + $limit), min(step)) AS last, max(position)::DOUBLE AS position,
      (max(position) - arg_max(upto - n, step) FILTER (upto > position))::DOUBLE AS skipped FROM c`,
    { ...sql.params, ...start.params, limit: query.limit },
  );
  const total = Number(row?.total ?? 0);
  if (row === undefined || row.first === null) return { total, position: total, within: null, offset: 0 };
  const within = { from: Number(row.last), to: Number(row.first) + step };
  return { total, position: Number(row.position), within, offset: Number(row.skipped) };
}

/** `newer` counts an hour's matches that are newer than the start; `position` sums them up. */
interface Start {
  readonly newer: string;
  readonly position: string;
  /** A time whose day cannot be left as a sum; null = none. */
  readonly time: number | null;
  readonly params: Readonly<Record<string, Param>>;
}

function readStart({ cursor, position, atMs }: AttemptQuery): Start {
  if (cursor !== null) return startAfter(readCursor(cursor));
  if (typeof atMs === "number") return startAfter({ time: atMs + 1, id: 0n });
  return startAt(position ?? 0);
}

function startAt(position: number): Start {
  return { newer: "0", position: "max($position::BIGINT)", time: null, params: { position } };
}

function startAfter(key: { readonly time: number; readonly id: bigint }): Start {
  const newer = "sum(a.n) FILTER (a.time_ms > $time::BIGINT OR (a.time_ms = $time::BIGINT AND a.id >= $id))";
  return { newer, position: "coalesce(sum(newer), 0)::BIGINT", time: key.time, params: key };
}
