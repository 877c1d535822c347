import { DAY_MS, HOUR_MS } from "@/lib/domain/time/durations";
import type { TimeRange } from "@/lib/domain/time/time-range";
import { timeWithin } from "./counted-rows";
import type { Writer } from "../writer";

/** Counts the attempts of a range anew, by its hours and days. Runs in the transaction that wrote them. */
export async function replaceUsage(writer: Writer, range: TimeRange): Promise<void> {
  const hours = timeWithin(widened(range, HOUR_MS));
  const days = timeWithin(widened(range, DAY_MS));
  await writer.run(`DELETE FROM usage_hour WHERE ${hours}`);
  await writer.run(`INSERT INTO usage_hour ${USAGE_HOUR} WHERE ${hours} GROUP BY ALL`);
  await writer.run(`DELETE FROM usage_day WHERE ${days}`);
  await writer.run(`INSERT INTO usage_day ${USAGE_DAY} WHERE ${days} GROUP BY ALL`);
}

const USAGE_HOUR = `SELECT time_ms // ${HOUR_MS} * ${HOUR_MS} AS time_ms, cluster_id, granted, class,
  count(*)::INTEGER AS n FROM attempt`;
const USAGE_DAY = `SELECT time_ms // ${DAY_MS} * ${DAY_MS} AS time_ms, cluster_id, granted, class, actor_id, reason_id,
  count(*)::INTEGER AS n FROM attempt`;

function widened({ from, to }: TimeRange, step: number): TimeRange {
  return { from: Math.floor(from / step) * step, to: Math.ceil(to / step) * step };
}
