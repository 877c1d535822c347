import type { AttemptFilter, FacetName } from "@/lib/domain/summarize/attempts/attempt-filter";
import { DAY_MS, HOUR_MS } from "@/lib/domain/time/durations";
import type { TimeCount, TimeSteps } from "@/lib/ports/attempt-store";
import { countedRows, type Grain } from "./counted-rows";
import { conditionsOf, type FilterSql, filterSql, needsAttempts } from "./filter-sql";
import type { Reader } from "../sql-values";

/** Non-empty buckets. */
export async function countByTime(
  reader: Reader,
  filter: AttemptFilter,
  steps: TimeSteps,
): Promise<TimeCount[]> {
  const sql = filterSql(filter);
  const { startMs, bucketMs } = steps;
  const rows = await reader.rows(
    `SELECT (a.time_ms - $start::BIGINT) // $bucket::BIGINT AS bucket, sum(a.n) FILTER (a.granted)::DOUBLE AS granted,
      sum(a.n) FILTER (NOT a.granted)::DOUBLE AS denied
      FROM ${countedRows(filter.range, grainOf(sql, steps))} a WHERE ${conditionsOf(sql)} GROUP BY 1 ORDER BY 1`,
    { ...sql.params, start: startMs, bucket: bucketMs },
  );
  return rows.map((row) => ({
    startMs: startMs + Number(row.bucket) * bucketMs,
    granted: Number(row.granted),
    denied: Number(row.denied),
  }));
}

/** What the counts by hour know. */
const OF_HOURS: ReadonlySet<FacetName> = new Set(["decision", "cluster"]);

/** The coarsest rows that can tell these steps apart and know what is asked. */
function grainOf(sql: FilterSql, { startMs, bucketMs }: TimeSteps): Grain {
  const isWhole = (unit: number) => startMs % unit === 0 && bucketMs % unit === 0;
  if (needsAttempts(sql)) return "attempt";
  if (isWhole(DAY_MS)) return "day";
  const isFiner = sql.identity !== null || [...sql.asked.keys()].some((name) => !OF_HOURS.has(name));
  return isWhole(HOUR_MS) && !isFiner ? "hour" : "attempt";
}

/**
 * Distinct sessions among the matches. Their ids are small whole numbers, so they are marked in a bit string: exact,
 * and of less time and memory than a table of all of them.
 */
export async function countSessions(reader: Reader, filter: AttemptFilter): Promise<number> {
  const [last] = await reader.rows("SELECT max(id)::INTEGER AS id FROM session");
  if (last === undefined || last.id === null) return 0;
  const sql = filterSql(filter);
  const [row] = await reader.rows(
    `SELECT bit_count(bitstring_agg(a.session_id, 0, ${Number(last.id)}))::DOUBLE AS sessions
      FROM ${countedRows(filter.range, "attempt")} a WHERE ${conditionsOf(sql)}`,
    sql.params,
  );
  return Number(row?.sessions ?? 0);
}
