export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Number of the UTC day that holds an instant. */
export function dayOf(timeMs: number): number {
  return Math.floor(timeMs / DAY);
}

/** Monday to Friday, UTC. 1970-01-01 was a Thursday. */
export function isWorkday(day: number): boolean {
  return (day + 3) % 7 < 5;
}

/** Wednesday, the day of the week of the talk's examples (2020-04-29). */
export function isWednesday(day: number): boolean {
  return (day + 3) % 7 === 2;
}

/** `2026-01-02T03:04:05Z` */
export function isoSeconds(timeMs: number): string {
  return `${new Date(timeMs).toISOString().slice(0, 19)}Z`;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `Jul 9, 2024, 4:41:37 PM` (UTC), as STS writes `credentials.expiration` into CloudTrail. */
export function usProse(timeMs: number): string {
  const date = new Date(timeMs);
  const hour = date.getUTCHours();
  const clock = `${hour % 12 || 12}:${date.toISOString().slice(14, 19)} ${hour < 12 ? "AM" : "PM"}`;
  return `${MONTHS[date.getUTCMonth()]} ${date.getUTCDate()}, ${date.getUTCFullYear()}, ${clock}`;
}

/** `2026-01-02 03:04:05 +0000 UTC`, Go's way. */
export function goTime(timeMs: number): string {
  return `${new Date(timeMs).toISOString().slice(0, 19).replace("T", " ")} +0000 UTC`;
}
