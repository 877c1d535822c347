import type { AttemptFilter } from "@/lib/domain/summarize/attempts/attempt-filter";
import type { SeenHolder, SeenHolders } from "@/lib/domain/summarize/questions/who-is-behind/seen-holder";
import { classOfCode, fromStoredId } from "../attempts/attempt-codes";
import { timeWithin } from "../attempts/counted-rows";
import { conditionsOf, type FilterSql, filterSql } from "../attempts/filter-sql";
import type { Database } from "../database";
import { NAMED_ORIGIN, ORIGIN_NAME, toNamedOrigin } from "../directory/named-origin";
import { type Row, textOrNull } from "../sql-values";

const MOST_NAMES = 20;

/** Who made the attempts that match: by origin and caller; where the origin has no name, by the session's. */
export function readHolders(database: Database, filter: AttemptFilter, limit: number): Promise<SeenHolders> {
  return database.snapshot(async (reader) => {
    const sql = filterSql(filter);
    const rows = await reader.rows(holdersSql(filter, sql), { ...sql.params, limit });
    const [first] = rows;
    return {
      rows: rows.map(toHolder),
      total: Number(first?.holders ?? 0),
      attempts: Number(first?.all_attempts ?? 0),
    };
  });
}

/** The many attempts are grouped by integers, once; names are joined to the few groups. */
function holdersSql({ range }: AttemptFilter, sql: FilterSql): string {
  return `WITH own AS (SELECT a.actor_id, a.cluster_id, count(*) AS n, count(*) FILTER (a.granted) AS granted,
      min(a.time_ms) AS first, max(a.time_ms) AS last, arg_max(a.id, a.time_ms) AS attempt_id
    FROM attempt a WHERE ${timeWithin(range)} AND ${conditionsOf(sql)} GROUP BY 1, 2),
  who AS (SELECT own.*, t.class, t.caller_id, t.origin_id, c.name AS cluster, k.username, s.name AS session_name,
      CASE WHEN coalesce(origin.name, origin.user_id) IS NULL THEN t.session_name_id END AS unnamed_id
    FROM own JOIN actor t ON t.id = own.actor_id JOIN cluster c ON c.id = own.cluster_id
      LEFT JOIN kube_identity k ON k.id = t.kube_identity_id LEFT JOIN session_name s ON s.id = t.session_name_id
      LEFT JOIN origin ON origin.id = t.origin_id),
  holder AS (SELECT caller_id, origin_id, unnamed_id, sum(n)::DOUBLE AS n, sum(granted)::DOUBLE AS let_in,
      min(first)::DOUBLE AS first_ms, max(last)::DOUBLE AS last_ms, arg_max(attempt_id, last) AS attempt_id,
      arg_max(class, last) AS by_lines, arg_max(session_name, n, ${MOST_NAMES}) AS session_names,
      arg_max(username, n, ${MOST_NAMES}) AS usernames, list(DISTINCT cluster) AS clusters,
      count(*) OVER ()::DOUBLE AS holders, sum(sum(n)) OVER ()::DOUBLE AS all_attempts
    FROM who GROUP BY caller_id, origin_id, unnamed_id
    QUALIFY row_number() OVER (ORDER BY sum(n) DESC, max(last) DESC, caller_id, unnamed_id) <= $limit)
  SELECT h.* EXCLUDE (caller_id, origin_id, unnamed_id), caller.canonical_arn, origin.*, ${ORIGIN_NAME} AS shown
    FROM holder h LEFT JOIN caller ON caller.id = h.caller_id LEFT JOIN ${NAMED_ORIGIN} origin ON origin.id = h.origin_id
    ORDER BY h.n DESC, h.last_ms DESC, caller.canonical_arn, shown`;
}

function toHolder(row: Row): SeenHolder {
  return {
    origin: row.kind === null ? null : toNamedOrigin(row),
    class: classOfCode(Number(row.by_lines)),
    canonicalArn: textOrNull(row.canonical_arn),
    sessionNames: textsOf(row.session_names),
    usernames: textsOf(row.usernames),
    clusters: textsOf(row.clusters).sort(),
    attempts: Number(row.n),
    granted: Number(row.let_in),
    firstMs: Number(row.first_ms),
    lastMs: Number(row.last_ms),
    attemptId: fromStoredId(row.attempt_id),
  };
}

/** Each once, as they stand. */
function textsOf(value: unknown): string[] {
  const texts = (Array.isArray(value) ? value : []).filter((one): one is string => typeof one === "string");
  return [...new Set(texts)].filter((text) => text !== "");
}
