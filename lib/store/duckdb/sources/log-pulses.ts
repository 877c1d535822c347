import { type LogPulse, SHORTEST_QUIET_MS } from "@/lib/domain/summarize/coverage/log-pulse";
import type { Database } from "../database";

/** A third of the shortest quiet: fine enough to find each, coarse enough to sort little. */
const SLOT_MS = SHORTEST_QUIET_MS / 3;

/**
 * How often each cluster's log brings a line, and where it long brought none. Lines are counted by slots, so that many
 * millions need no sorting: the usual gap is the median over slots of the time since the slot before, per line.
 */
export async function readLogPulses(database: Database, sinceMs: number): Promise<LogPulse[]> {
  const rows = await database.rows(
    `WITH slot AS (
      SELECT s.cluster, floor(l.time_ms / $slot) AS place, count(*) AS n, min(l.time_ms) AS first_ms,
        max(l.time_ms) AS last_ms
      FROM line l JOIN stream t ON t.id = l.stream_id JOIN source s ON s.id = t.source_id
      WHERE l.time_ms >= $since GROUP BY s.cluster, place),
    step AS (
      SELECT cluster, place, n, first_ms, last_ms, lag(last_ms) OVER before AS left_ms, lag(place) OVER before AS left_place
      FROM slot WINDOW before AS (PARTITION BY cluster ORDER BY place))
    SELECT cluster, sum(n)::DOUBLE AS lines, min(first_ms) AS first_ms, max(last_ms) AS newest_ms,
      coalesce(median((place - left_place) * $slot / n), 0) AS usual_ms,
      list(left_ms ORDER BY place) FILTER (first_ms - left_ms >= $quiet) AS quiet_from,
      list(first_ms ORDER BY place) FILTER (first_ms - left_ms >= $quiet) AS quiet_to
    FROM step GROUP BY cluster ORDER BY cluster`,
    { since: sinceMs, slot: SLOT_MS, quiet: SHORTEST_QUIET_MS },
  );
  return rows.map((row) => ({
    cluster: String(row.cluster),
    lines: Number(row.lines),
    firstMs: Number(row.first_ms),
    newestMs: Number(row.newest_ms),
    usualGapMs: Number(row.usual_ms),
    quiet: toRanges(row.quiet_from, row.quiet_to),
  }));
}

function toRanges(from: unknown, to: unknown): LogPulse["quiet"] {
  const ends = ((to ?? []) as readonly unknown[]).map(Number);
  return ((from ?? []) as readonly unknown[]).map((start, i) => ({ from: Number(start), to: ends[i] ?? 0 }));
}
