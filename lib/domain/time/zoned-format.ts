import { MINUTE_MS } from "./durations";
import { formatClock, formatDay, formatMinute, formatMoment, formatSpan, formatStamp } from "./format-time";
import type { EpochMs, TimeRange } from "./time-range";
import { offsetOf, type Zone } from "./zone";

/** Times in words by the clocks of one zone. */
export interface ZonedFormat {
  readonly zone: Zone;
  /** `UTC`, `UTC+1`, `UTC-3:30`: the zone as it was at that time. */
  readonly name: (ms: EpochMs) => string;
  /** `23 Nov`. */
  readonly day: (ms: EpochMs) => string;
  /** `14:52:30`, or `14:52`. */
  readonly clock: (ms: EpochMs, seconds?: boolean) => string;
  /** `23 Nov 14:52:30`. */
  readonly moment: (ms: EpochMs) => string;
  /** `2026-11-23 14:52 UTC+1`. */
  readonly minute: (ms: EpochMs) => string;
  /** `2026-11-23 14:52:30.123 UTC+1`, milliseconds where there are some. */
  readonly stamp: (ms: EpochMs) => string;
  /** `23 Nov 14:05 – 15:20`; the year where it is not that of `nowMs`. */
  readonly span: (range: TimeRange, nowMs?: EpochMs) => string;
}

export function zonedFormat(zone: Zone): ZonedFormat {
  // What UTC's clocks show so much later is what the zone's show now.
  const shown = (ms: EpochMs) => ms + offsetOf(zone, ms);
  const name = (ms: EpochMs) => nameOf(offsetOf(zone, ms));
  return {
    zone,
    name,
    day: (ms) => formatDay(shown(ms)),
    clock: (ms, seconds) => formatClock(shown(ms), seconds),
    moment: (ms) => formatMoment(shown(ms)),
    minute: (ms) => formatMinute(shown(ms)).replace("UTC", name(ms)),
    stamp: (ms) => formatStamp(shown(ms)).replace("UTC", name(ms)),
    span: ({ from, to }, nowMs = to) => formatSpan(shown(from), shown(to), shown(nowMs)),
  };
}

function nameOf(offsetMs: number): string {
  const minutes = Math.round(Math.abs(offsetMs) / MINUTE_MS);
  if (minutes === 0) return "UTC";
  const rest = minutes % 60 === 0 ? "" : `:${String(minutes % 60).padStart(2, "0")}`;
  return `UTC${offsetMs < 0 ? "-" : "+"}${Math.floor(minutes / 60)}${rest}`;
}
