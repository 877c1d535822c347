import { DAY_MS, HOUR_MS, MINUTE_MS } from "./durations";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `23 Nov` (UTC). */
export function formatDay(ms: number): string {
  const date = new Date(ms);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
}

/** `2026-11-23` (UTC), to stand in a sentence or a path. */
export function formatDate(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** `2026-11-23 14:52 UTC`. */
export function formatMinute(ms: number): string {
  return `${formatDate(ms)} ${formatClock(ms, false)} UTC`;
}

/** `14:52:30` (UTC), or `14:52`. */
export function formatClock(ms: number, seconds = true): string {
  return new Date(ms).toISOString().slice(11, seconds ? 19 : 16);
}

/** `23 Nov 14:52:30` (UTC). */
export function formatMoment(ms: number): string {
  return `${formatDay(ms)} ${formatClock(ms)}`;
}

/** `2026-11-23 14:52:30.123 UTC`, milliseconds where there are some. */
export function formatStamp(ms: number): string {
  const text = new Date(ms).toISOString().replace("T", " ").replace(".000Z", "").replace("Z", "");
  return `${text} UTC`;
}

/** `23 Nov 14:05 – 15:20` (UTC), the day of the end only where it is another one, the year where it is not this one. */
export function formatSpan(from: number, to: number, nowMs: number = to): string {
  const sameDay = formatDay(from) === formatDay(to) && to - from < DAY_MS;
  const sameYear = yearOf(from) === yearOf(nowMs);
  const start = sameYear ? formatDay(from) : `${formatDay(from)} ${yearOf(from)}`;
  const end = sameDay ? formatClock(to, false) : `${formatDay(to)} ${formatClock(to, false)}`;
  return `${start} ${formatClock(from, false)} – ${end}`;
}

function yearOf(ms: number): number {
  return new Date(ms).getUTCFullYear();
}

/** `12 s`, `4 min`, `3 h`, `2 days`. */
export function formatDuration(ms: number): string {
  if (ms < MINUTE_MS) return `${Math.max(0, Math.round(ms / 1000))} s`;
  if (ms < 2 * HOUR_MS) return `${Math.round(ms / MINUTE_MS)} min`;
  if (ms < 2 * DAY_MS) return `${Math.round(ms / HOUR_MS)} h`;
  return `${Math.round(ms / DAY_MS)} days`;
}
