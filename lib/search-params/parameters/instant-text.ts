import { parseInstant } from "@/lib/domain/time/parse-instant";

const SHAPE = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::(\d{2}(?:\.\d{1,3})?))?Z)?$/;
const LATEST_MS = Date.UTC(2200, 0, 1);

/**
 * An instant as it stands in a URL: `2026-11-23T09:30:00Z`, seconds and milliseconds optional, or a date (midnight UTC).
 * Always UTC: a link must not mean another time elsewhere. null: not of that shape, no such day, or before 1970.
 */
export function parseInstantText(text: string): number | null {
  const match = SHAPE.exec(text);
  if (match === null) return null;
  const [, day, minute = "00:00", second = "00"] = match;
  const ms = parseInstant(`${day}T${minute}:${second}Z`);
  return ms !== null && ms >= 0 && ms < LATEST_MS ? ms : null;
}

/** Milliseconds since the epoch → `2026-11-23T09:30:00Z`, with milliseconds where there are some. */
export function printInstantText(ms: number): string {
  return new Date(ms).toISOString().replace(".000Z", "Z");
}
