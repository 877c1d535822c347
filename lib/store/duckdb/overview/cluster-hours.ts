import type { EpochMs, TimeRange } from "@/lib/domain/time/time-range";
import { HOUR_MS } from "@/lib/domain/time/durations";
import type { ClusterHour } from "@/lib/ports/overview-store";
import { codeOfClass } from "../attempts/attempt-codes";
import { countedRows } from "../attempts/counted-rows";
import type { Reader } from "../sql-values";

/** Nodes and AWS itself are no people. */
export const NO_NOISE = `class NOT IN (${codeOfClass("node")}, ${codeOfClass("aws")})`;

/** Attempts by cluster and hour, from the rollup. */
export async function readClusterHours(reader: Reader, range: TimeRange): Promise<ClusterHour[]> {
  const rows = await reader.rows(
    `SELECT cluster.name, a.time_ms // ${HOUR_MS} * ${HOUR_MS} AS hour,
        coalesce(sum(a.n) FILTER (a.granted AND a.${NO_NOISE}), 0)::DOUBLE AS granted,
        coalesce(sum(a.n) FILTER (NOT a.granted AND a.${NO_NOISE}), 0)::DOUBLE AS denied,
        coalesce(sum(a.n) FILTER (NOT a.granted), 0)::DOUBLE AS all_denied
      FROM ${countedRows(range, "hour")} a JOIN cluster ON cluster.id = a.cluster_id
      GROUP BY ALL ORDER BY hour, cluster.name`,
  );
  return rows.map((row) => ({
    cluster: String(row.name),
    startMs: Number(row.hour),
    granted: Number(row.granted),
    denied: Number(row.denied),
    allDenied: Number(row.all_denied),
  }));
}

/** The first hour with an attempt of each cluster. */
export async function readKnownSince(reader: Reader): Promise<(readonly [string, EpochMs])[]> {
  const rows = await reader.rows(
    `SELECT cluster.name, min(u.time_ms)::DOUBLE AS since FROM usage_hour u JOIN cluster ON cluster.id = u.cluster_id
      GROUP BY cluster.name ORDER BY cluster.name`,
  );
  return rows.map(({ name, since }) => [String(name), Number(since)] as const);
}
