import type { FacetCount, Facets } from "@/lib/domain/summarize/attempt-counts";
import { type AttemptFilter, FACET_NAMES, type FacetName } from "@/lib/domain/summarize/attempt-filter";
import type { TimeCount } from "@/lib/ports/event-store";
import type { Database } from "./database";
import { ATTEMPTS, FACET_SQL, filterSql } from "./filter-sql";

/** Non-empty buckets of `bucketMs`, counted from the start of the range. */
export async function countByTime(
  database: Database,
  filter: AttemptFilter,
  bucketMs: number,
): Promise<TimeCount[]> {
  const { where, params } = filterSql(filter);
  const rows = await database.rows(
    `SELECT floor((a.time_ms - $from) / $bucket) AS bucket, count(*) FILTER (a.granted)::INTEGER AS granted,
      count(*) FILTER (NOT a.granted)::INTEGER AS denied FROM ${ATTEMPTS} WHERE ${where} GROUP BY 1 ORDER BY 1`,
    { ...params, bucket: bucketMs },
  );
  return rows.map((row) => ({
    startMs: filter.range.from + Number(row.bucket) * bucketMs,
    granted: Number(row.granted),
    denied: Number(row.denied),
  }));
}

type FacetValues = Facets["facets"][FacetName];
const NO_VALUES: FacetValues = { values: [], distinct: 0 };

/** Each facet's most frequent values, counted without its own filter. */
export async function countByFacet(
  database: Database,
  filter: AttemptFilter,
  limit: number,
): Promise<Facets["facets"]> {
  const count = (name: FacetName) => countFacet(database, filter, name, limit);
  const counted = await Promise.all(FACET_NAMES.map(count));
  const facets: Partial<Record<FacetName, FacetValues>> = {};
  FACET_NAMES.forEach((name, i) => {
    facets[name] = counted[i] ?? NO_VALUES;
  });
  return facets as Facets["facets"];
}

async function countFacet(database: Database, filter: AttemptFilter, name: FacetName, limit: number) {
  const { where, params } = filterSql(filter, name);
  const rows = await database.rows(
    `WITH v AS (SELECT ${FACET_SQL[name]} AS value FROM ${ATTEMPTS} WHERE ${where}),
      n AS (SELECT value, count(*)::INTEGER AS count FROM v WHERE value IS NOT NULL GROUP BY value)
    SELECT value, count, count(*) OVER ()::INTEGER AS distinct_values FROM n ORDER BY count DESC, value LIMIT $limit`,
    { ...params, limit },
  );
  const values = rows.map((row): FacetCount => ({ value: String(row.value), count: Number(row.count) }));
  return { values, distinct: Number(rows[0]?.distinct_values ?? 0) };
}

export async function countTotals(database: Database, filter: AttemptFilter): Promise<Facets["totals"]> {
  const { where, params } = filterSql(filter);
  const [row] = await database.rows(
    `SELECT count(*) FILTER (a.granted)::INTEGER AS granted, count(*) FILTER (NOT a.granted)::INTEGER AS denied,
      count(DISTINCT a.caller_id)::INTEGER AS callers, count(DISTINCT a.session_id)::INTEGER AS sessions
    FROM ${ATTEMPTS} WHERE ${where}`,
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
    `SELECT a.class AS value, count(*)::INTEGER AS count FROM ${ATTEMPTS} WHERE ${where} GROUP BY 1 ORDER BY 2 DESC`,
    params,
  );
  return rows.map((row) => ({ value: String(row.value), count: Number(row.count) }));
}
