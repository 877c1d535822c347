import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/lib/domain/time/durations";

const UNIT_MS = { m: MINUTE_MS, h: HOUR_MS, d: DAY_MS } as const;
type Unit = keyof typeof UNIT_MS;

/** What the range menu offers, shortest first. */
export const RANGE_PRESETS = ["15m", "1h", "4h", "24h", "2d", "7d", "14d", "30d", "90d"] as const;
export const DEFAULT_RANGE = "24h";

/** AWS keeps CloudTrail's event history for 90 days; log groups may keep more. */
const LONGEST_MS = 400 * UNIT_MS.d;

/** `30m`, `24h`, `7d` → milliseconds; null when it is none of these or longer than 400 days. */
export function parseRelativeRange(text: string): number | null {
  if (!/^[1-9]\d{0,4}[mhd]$/.test(text)) return null;
  const ms = Number(text.slice(0, -1)) * UNIT_MS[text.slice(-1) as Unit];
  return ms <= LONGEST_MS ? ms : null;
}

const UNIT_NAME: Record<Unit, string> = { m: "minute", h: "hour", d: "day" };

/** `24h` → `Last 24 hours`. The text must be one that parseRelativeRange reads. */
export function describeRelativeRange(text: string): string {
  const amount = Number(text.slice(0, -1));
  const unit = UNIT_NAME[text.slice(-1) as Unit];
  return amount === 1 ? `Last ${unit}` : `Last ${amount} ${unit}s`;
}
