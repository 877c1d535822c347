import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/lib/domain/time/durations";
import { parseInstant } from "@/lib/domain/time/parse-instant";
import type { TimeRange } from "@/lib/domain/time/time-range";

const FOREVER_MS = 8_640_000_000_000_000;
const UNIT_MS: Readonly<Record<string, number>> = { m: MINUTE_MS, h: HOUR_MS, d: DAY_MS };

/** All time. */
export const ALWAYS: TimeRange = { from: 0, to: FOREVER_MS };

/** The options that say which time. */
export const TIME_OPTIONS = {
  from: { type: "string" },
  to: { type: "string" },
  range: { type: "string" },
} as const;

export interface GivenTimes {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly range?: string | undefined;
}

/** What they say; a problem is one sentence for the person. */
export function readTimes(given: GivenTimes, nowMs: number): TimeRange | { readonly problem: string } {
  const from = readFrom(given, nowMs);
  const to = given.to === undefined ? FOREVER_MS : parseInstant(given.to);
  if (from === null || to === null)
    return { problem: "--from and --to take times like 2026-01-15T10:00:00Z, --range 24h or 7d" };
  return { from, to };
}

function readFrom({ from, range }: GivenTimes, nowMs: number): number | null {
  if (from !== undefined) return parseInstant(from);
  if (range === undefined) return 0;
  const match = /^(\d{1,5})([mhd])$/.exec(range);
  return match === null ? null : nowMs - Number(match[1]) * (UNIT_MS[match[2] ?? ""] ?? 0);
}
