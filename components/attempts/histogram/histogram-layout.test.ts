import { describe, expect, test } from "vitest";
import { histogramRange, layOutHistogram, PLOT_HEIGHT } from "./histogram-layout";

const FROM = Date.UTC(2026, 10, 23);
const HOUR = 3_600_000;
const bucket = (i: number, granted: number, denied: number) => ({
  startMs: FROM + i * HOUR,
  granted,
  denied,
});

describe("the layout of a histogram", () => {
  test("the fullest bucket fills the plot, and a single denial among thousands is still seen", () => {
    const { bars, max } = layOutHistogram({
      bucketMs: HOUR,
      buckets: [bucket(0, 9_999, 1), bucket(1, 0, 0)],
      gaps: [],
    });
    expect(max).toBe(10_000);
    expect(bars[0]?.grantedHeight).toBeCloseTo(PLOT_HEIGHT, 1);
    expect(bars[0]?.deniedHeight).toBe(2);
    expect([bars[1]?.grantedHeight, bars[1]?.deniedHeight]).toEqual([0, 0]);
  });

  test("bars stand in their share of the width", () => {
    const buckets = Array.from({ length: 4 }, (_, i) => bucket(i, 1, 0));
    const { bars } = layOutHistogram({ bucketMs: HOUR, buckets, gaps: [] });
    expect(bars.map(({ x, width }) => Math.round(x + width / 2))).toEqual([13, 38, 63, 88]);
  });

  test("what was not read is cut to the plot", () => {
    const buckets = [bucket(0, 0, 0), bucket(1, 1, 0)];
    const gaps = [
      { from: FROM - HOUR, to: FROM + HOUR },
      { from: FROM + 5 * HOUR, to: FROM + 6 * HOUR },
    ].map((range) => ({ ...range, kind: "unread" as const, cluster: "prod" }));
    expect(layOutHistogram({ bucketMs: HOUR, buckets, gaps }).gaps).toEqual([{ x: 0, width: 50 }]);
  });

  test("what several clusters lack is one stretch, and a short one can still be seen", () => {
    const buckets = Array.from({ length: 100 }, (_, i) => bucket(i, 1, 0));
    const gap = (cluster: string, from: number, to: number) => ({
      kind: "refused" as const,
      cluster,
      from,
      to,
    });
    const gaps = [
      gap("prod", FROM, FROM + 10 * HOUR),
      gap("staging", FROM + 5 * HOUR, FROM + 20 * HOUR),
      gap("prod", FROM + 100 * HOUR - 1, FROM + 100 * HOUR),
    ];
    const drawn = layOutHistogram({ bucketMs: HOUR, buckets, gaps }).gaps;
    expect(drawn).toHaveLength(2);
    expect(drawn[0]).toEqual({ x: 0, width: 20 });
    expect(drawn[1]?.width).toBeGreaterThan(0.3);
    expect((drawn[1]?.x ?? 0) + (drawn[1]?.width ?? 0)).toBeLessThanOrEqual(100);
  });

  test("ticks are hours of the day in UTC, midnight is the day", () => {
    const buckets = Array.from({ length: 24 }, (_, i) => bucket(i, 1, 0));
    const labels = layOutHistogram({ bucketMs: HOUR, buckets, gaps: [] }).ticks.map(({ label }) => label);
    expect(labels.slice(0, 3)).toEqual(["23 Nov", "03:00", "06:00"]);
  });

  test("no buckets, no bars, no error", () => {
    const empty = { bucketMs: HOUR, buckets: [], gaps: [] };
    expect(layOutHistogram(empty).bars).toEqual([]);
    expect(histogramRange(empty)).toEqual({ from: 0, to: HOUR });
  });
});
