import type { ClusterActivity } from "@/lib/domain/summarize/clusters/cluster-report";
import { codeOfClass } from "../attempts/attempt-codes";
import type { Database } from "../database";

/** What came in per cluster since then, and when the newest of all did; nodes and AWS are left out, as in the list. */
export async function readClusterActivity(database: Database, sinceMs: number): Promise<ClusterActivity[]> {
  const rows = await database.rows(
    `WITH seen AS (SELECT cluster_id, max(time_ms) AS newest_ms,
        count(*) FILTER (granted AND time_ms >= $since)::INTEGER AS granted,
        count(*) FILTER (NOT granted AND time_ms >= $since)::INTEGER AS denied
      FROM attempt WHERE class NOT IN (${codeOfClass("node")}, ${codeOfClass("aws")}) GROUP BY cluster_id)
    SELECT cluster.name, newest_ms, granted, denied FROM seen JOIN cluster ON cluster.id = seen.cluster_id`,
    { since: sinceMs },
  );
  return rows.map((row) => ({
    cluster: String(row.name),
    granted: Number(row.granted),
    denied: Number(row.denied),
    newestMs: Number(row.newest_ms),
  }));
}
