import type { TimeRange } from "@/lib/domain/time/time-range";
import type { Attendance } from "@/lib/ports/overview-store";
import { codeOfClass } from "../attempts/attempt-codes";
import { timeWithin } from "../attempts/counted-rows";
import { NAMED_ORIGIN, ORIGIN_NAME } from "../directory/named-origin";
import type { Reader } from "../sql-values";
import { NO_NOISE } from "./cluster-hours";

/** Distinct people and sessions of a range, by cluster and of all; see the facets' totals. */
export async function readAttendance(reader: Reader, range: TimeRange): Promise<Attendance[]> {
  const rows = await reader.rows(
    `WITH came AS (SELECT DISTINCT cluster_id, actor_id, session_id FROM attempt
        WHERE ${timeWithin(range)} AND ${NO_NOISE}),
      who AS (SELECT came.cluster_id, came.session_id,
          CASE WHEN coalesce(origin.kind, t.class) = ${codeOfClass("person")} THEN ${ORIGIN_NAME} END AS person
        FROM came JOIN actor t ON t.id = came.actor_id LEFT JOIN ${NAMED_ORIGIN} origin ON origin.id = t.origin_id)
      SELECT coalesce(cluster.name, '') AS name, people, sessions FROM (SELECT cluster_id,
          count(DISTINCT person)::DOUBLE AS people, count(DISTINCT session_id)::DOUBLE AS sessions
        FROM who GROUP BY GROUPING SETS ((cluster_id), ())) LEFT JOIN cluster ON cluster.id = cluster_id`,
  );
  return rows.map(({ name, people, sessions }) => ({
    cluster: String(name),
    people: Number(people),
    sessions: Number(sessions),
  }));
}
