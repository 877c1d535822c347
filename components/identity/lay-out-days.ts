import type { IdentityReport } from "@/lib/domain/summarize/identities/identity-report";
import { DAY_MS } from "@/lib/domain/time/durations";
import type { TimeRange } from "@/lib/domain/time/time-range";

/** A day, or some days in a row. */
export interface Bar {
  readonly startMs: number;
  readonly endMs: number;
  readonly granted: number;
  readonly denied: number;
}

const MOST_BARS = 120;
/** One day alone would fill the whole width. */
const FEWEST_BARS = 28;

/** The days of a range without gaps, from the oldest; several to a bar where there are more than fit. */
export function layOutDays(
  days: IdentityReport["days"],
  { from, to }: TimeRange,
): { readonly bars: readonly Bar[]; readonly daysEach: number } {
  const last = Math.floor(to / DAY_MS);
  const first = Math.min(Math.floor(from / DAY_MS), last - FEWEST_BARS + 1);
  const daysEach = Math.ceil((last - first + 1) / MOST_BARS);
  const count = Math.ceil((last - first + 1) / daysEach);
  const start = (last + 1 - count * daysEach) * DAY_MS;
  const step = daysEach * DAY_MS;
  const bars = Array.from({ length: count }, (_, i) => {
    return { startMs: start + i * step, endMs: start + (i + 1) * step, granted: 0, denied: 0 };
  });
  for (const { startMs, granted, denied } of days) {
    const bar = bars[Math.floor((startMs - start) / step)];
    if (bar === undefined) continue;
    bar.granted += granted;
    bar.denied += denied;
  }
  return { bars, daysEach };
}
