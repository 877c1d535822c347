import type { DenialText } from "@/lib/domain/summarize/overview/sort-news";
import { DAY_MS } from "@/lib/domain/time/durations";
import type { TimeRange } from "@/lib/domain/time/time-range";
import type { DenialStep } from "@/lib/ports/overview-store";
import type { Viewer } from "@/lib/ports/viewer";
import { timeWithin } from "../attempts/counted-rows";
import { ofClusters } from "./of-clusters";
import { type Reader, type Row, textOrNull } from "../sql-values";

const COUNTED = `count(*)::DOUBLE AS denied, min(time_ms)::DOUBLE AS first_ms, max(time_ms)::DOUBLE AS last_ms`;

/** Denials by step, text and principal; steps with a single one are left out. */
export async function readDenialSteps(
  reader: Reader,
  range: TimeRange,
  { stepMs, limit }: { readonly stepMs: number; readonly limit: number },
): Promise<DenialStep[]> {
  const rows = await reader.rows(
    `WITH g AS (SELECT cluster_id, time_ms // $step::BIGINT * $step::BIGINT AS step, reason_id, caller_id, ${COUNTED}
        FROM attempt WHERE ${timeWithin(range)} AND NOT granted GROUP BY ALL),
      s AS (SELECT *, sum(denied) OVER (PARTITION BY cluster_id, step) AS of_step FROM g)
      SELECT cluster.name AS cluster, s.step, reason.error, caller.canonical_arn, s.denied, s.first_ms, s.last_ms
      FROM s JOIN cluster ON cluster.id = s.cluster_id LEFT JOIN reason ON reason.id = s.reason_id
        LEFT JOIN caller ON caller.id = s.caller_id
      WHERE s.of_step > 1 ORDER BY s.of_step DESC, s.step, s.denied DESC, s.first_ms LIMIT $limit`,
    { step: stepMs, limit },
  );
  return rows.map((row) => ({
    ...toText(row),
    stepMs: Number(row.step),
    principal: textOrNull(row.canonical_arn),
    lastMs: Number(row.last_ms),
  }));
}

/** Texts of the denials of a range, and of all before it: by days from the rollup, the ragged day from the attempts. */
export async function readDenialTexts(
  reader: Reader,
  range: TimeRange,
  clusters: Viewer["clusters"],
): Promise<{ within: DenialText[]; before: string[] }> {
  const dayMs = Math.floor(range.from / DAY_MS) * DAY_MS;
  const { condition: isSeen, params } = ofClusters(clusters);
  const within = await reader.rows(
    `SELECT cluster.name AS cluster, reason.error, g.* FROM (SELECT cluster_id, reason_id, ${COUNTED} FROM attempt
        WHERE ${timeWithin(range)} AND NOT granted AND ${isSeen} GROUP BY ALL) g
      JOIN cluster ON cluster.id = g.cluster_id JOIN reason ON reason.id = g.reason_id ORDER BY g.first_ms`,
    params,
  );
  const before = await reader.rows(
    `SELECT error FROM reason WHERE id IN (SELECT reason_id FROM usage_day WHERE NOT granted AND ${isSeen} AND ${timeWithin({ from: 0, to: dayMs })}
      UNION SELECT reason_id FROM attempt WHERE NOT granted AND ${isSeen} AND ${timeWithin({ from: dayMs, to: range.from })})`,
    params,
  );
  return { within: within.map(toText), before: before.map(({ error }) => textOrNull(error) ?? "") };
}

function toText(row: Row): DenialText {
  return {
    cluster: String(row.cluster),
    error: textOrNull(row.error) ?? "",
    denied: Number(row.denied),
    firstMs: Number(row.first_ms),
  };
}
