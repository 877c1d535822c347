import { utcTicks } from "d3-time";
import type { Histogram } from "@/lib/domain/summarize/attempts/attempt-counts";
import { DAY_MS } from "@/lib/domain/time/durations";
import { intersectRanges } from "@/lib/domain/time/intersect-ranges";
import type { TimeRange } from "@/lib/domain/time/time-range";
import { offsetOf, UTC } from "@/lib/domain/time/zone";
import { type ZonedFormat, zonedFormat } from "@/lib/domain/time/zoned-format";

export const PLOT_HEIGHT = 72;

/** Shares of the width are in percent, so that the drawing needs no measuring; heights are pixels. */
export interface HistogramLayout {
  readonly bars: readonly {
    readonly startMs: number;
    readonly x: number;
    readonly width: number;
    readonly grantedHeight: number;
    readonly deniedHeight: number;
  }[];
  readonly gaps: readonly { readonly x: number; readonly width: number }[];
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
  readonly max: number;
}

/** Where everything of a histogram stands. */
export function layOutHistogram(
  histogram: Histogram,
  format: ZonedFormat = zonedFormat(UTC),
): HistogramLayout {
  const { buckets, bucketMs } = histogram;
  const range = histogramRange(histogram);
  const x = (ms: number) => (100 * (ms - range.from)) / (range.to - range.from);
  const max = Math.max(0, ...buckets.map(({ granted, denied }) => granted + denied));
  const y = (count: number) => (PLOT_HEIGHT * count) / Math.max(1, max);
  const gap = buckets.length === 0 ? 0 : 12 / buckets.length;
  return {
    max,
    bars: buckets.map(({ startMs, granted, denied }) => ({
      startMs,
      x: x(startMs) + gap / 2,
      width: x(startMs + bucketMs) - x(startMs) - gap,
      grantedHeight: visibleHeight(granted, y(granted)),
      deniedHeight: visibleHeight(denied, y(denied)),
    })),
    gaps: intersectRanges(range, histogram.gaps).map((gap) => toGap(gap, x)),
    ticks: toTicks(x, range, format),
  };
}

/** The time the buckets cover. */
export function histogramRange({ buckets, bucketMs }: Histogram): TimeRange {
  const from = buckets[0]?.startMs ?? 0;
  return { from, to: (buckets.at(-1)?.startMs ?? from) + bucketMs };
}

/** One denial among thousands must still be seen. */
function visibleHeight(count: number, height: number): number {
  return count === 0 ? 0 : Math.max(2, height);
}

/** A short gap must still be seen. */
const NARROWEST_GAP_PERCENT = 0.4;

/** Percent of the width. */
type TimeScale = (ms: number) => number;

function toGap({ from, to }: TimeRange, x: TimeScale): { x: number; width: number } {
  const width = Math.max(NARROWEST_GAP_PERCENT, x(to) - x(from));
  return { x: Math.min(x(from), 100 - width), width };
}

/** Ticks too near the right edge are left out, their label would not fit. */
const LAST_TICK_PERCENT = 93;

/** Round by the clock of the zone; one that is set in between stays as it was. */
function toTicks(x: TimeScale, range: TimeRange, format: ZonedFormat): { x: number; label: string }[] {
  const ahead = offsetOf(format.zone, range.from);
  const seconds = range.to - range.from < 10 * 60_000;
  return utcTicks(new Date(range.from + ahead), new Date(range.to + ahead), 6)
    .map((date) => date.getTime() - ahead)
    .map((ms) => ({
      x: x(ms),
      label: (ms + ahead) % DAY_MS === 0 ? format.day(ms) : format.clock(ms, seconds),
    }))
    .filter((tick) => tick.x <= LAST_TICK_PERCENT);
}
