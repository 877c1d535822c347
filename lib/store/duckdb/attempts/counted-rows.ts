import { DAY_MS, HOUR_MS } from "@/lib/domain/time/durations";
import type { TimeRange } from "@/lib/domain/time/time-range";

/** How finely time must be told apart. */
export type Grain = "day" | "hour" | "attempt";

/** Columns that `attempt` and both rollups have; `usage_hour` knows no actor. */
const SHARED = "time_ms, cluster_id, granted, class";
const STEP: Readonly<Record<"day" | "hour", number>> = { day: DAY_MS, hour: HOUR_MS };

/**
 * Attempts of a range as rows with a count `n`, to stand after FROM: whole days or hours from the rollup, the ragged
 * ends from the attempts themselves. A row of a rollup lies at the start of its day or hour. `apart` names a time whose
 * day is read attempt by attempt.
 */
export function countedRows(range: TimeRange, grain: Grain, apart: number | null = null): string {
  if (grain === "attempt") return `(${attemptRows(range, grain)})`;
  const step = STEP[grain];
  const whole = { from: Math.ceil(range.from / step) * step, to: Math.floor(range.to / step) * step };
  if (whole.from >= whole.to) return `(${attemptRows(range, grain)})`;
  const split = apart === null ? whole.to : clamp(Math.floor(apart / step) * step, whole);
  const after = Math.min(whole.to, apart === null ? split : split + step);
  const wholes = [
    { from: whole.from, to: split },
    { from: after, to: whole.to },
  ];
  const ragged = [
    { from: range.from, to: whole.from },
    { from: split, to: after },
    { from: whole.to, to: range.to },
  ];
  const parts = [
    ...wholes.filter(isSome).map((one) => usageRows(one, grain)),
    ...ragged.filter(isSome).map((one) => attemptRows(one, grain)),
  ];
  return `(${parts.join(" UNION ALL ")})`;
}

/** Within a range, as a condition on `time_ms`. Numbers, so that no text gets in. */
export function timeWithin({ from, to }: TimeRange): string {
  return `time_ms >= ${BigInt(Math.ceil(from))} AND time_ms < ${BigInt(Math.ceil(to))}`;
}

function usageRows(range: TimeRange, grain: "day" | "hour"): string {
  const more = grain === "day" ? ", actor_id, 0::UHUGEINT AS id, reason_id" : "";
  return `SELECT ${SHARED}${more}, n FROM usage_${grain} WHERE ${timeWithin(range)}`;
}

function attemptRows(range: TimeRange, grain: Grain): string {
  const more = {
    attempt: ", actor_id, id, session_id, reason_id",
    day: ", actor_id, id, reason_id",
    hour: "",
  }[grain];
  return `SELECT ${SHARED}${more}, 1 AS n FROM attempt WHERE ${timeWithin(range)}`;
}

function clamp(value: number, { from, to }: TimeRange): number {
  return Math.min(Math.max(value, from), to);
}

function isSome({ from, to }: TimeRange): boolean {
  return from < to;
}
