import type { FacetCount, Facets } from "@/lib/domain/summarize/attempt-counts";
import type { AttemptFilter } from "@/lib/domain/summarize/attempt-filter";
import type { TimeCount } from "@/lib/ports/event-store";
import { classOfCode } from "./attempt-codes";
import type { Database } from "./database";
import { filterSql } from "./filter-sql";

/** Non-empty buckets of `bucketMs`, counted from the start of the range. */
export async function countByTime(
  database: Database,
  filter: AttemptFilter,
  bucketMs: number,
): Promise<TimeCount[]> {
  const { where, params } = filterSql(filter);
  const rows = await database.rows(
    `SELECT floor((a.time_ms - $from) / $bucket) AS bucket, count(*) FILTER (a.granted)::INTEGER AS granted,
      count(*) FILTER (NOT a.granted)::INTEGER AS denied FROM attempt a WHERE ${where} GROUP BY 1 ORDER BY 1`,
    { ...params, bucket: bucketMs },
  );
  return rows.map((row) => ({
    startMs: filter.range.from + Number(row.bucket) * bucketMs,
    granted: Number(row.granted),
    denied: Number(row.denied),
  }));
}

export async function countTotals(database: Database, filter: AttemptFilter): Promise<Facets["totals"]> {
  const { where, params } = filterSql(filter);
  const [row] = await database.rows(
    `SELECT count(*) FILTER (a.granted)::INTEGER AS granted, count(*) FILTER (NOT a.granted)::INTEGER AS denied,
      count(DISTINCT a.caller_id)::INTEGER AS callers, count(DISTINCT a.session_id)::INTEGER AS sessions
    FROM attempt a WHERE ${where}`,
    params,
  );
  return {
    granted: Number(row?.granted ?? 0),
    denied: Number(row?.denied ?? 0),
    callers: Number(row?.callers ?? 0),
    sessions: Number(row?.sessions ?? 0),
  };
}

/** How many of each class match. */
export async function countClasses(database: Database, filter: AttemptFilter): Promise<FacetCount[]> {
  const { where, params } = filterSql(filter);
  const rows = await database.rows(
    `SELECT a.class AS class, count(*)::INTEGER AS count FROM attempt a WHERE ${where} GROUP BY 1 ORDER BY 2 DESC`,
    params,
  );
  return rows.map((row) => ({ value: classOfCode(Number(row.class)), count: Number(row.count) }));
}
