import * as fc from "fast-check";
import { expect, test } from "vitest";
import { estimateTime } from "./estimate-time";

const HOUR = 3_600_000;

function histogram(counts: readonly number[]) {
  const buckets = counts.map((granted, i) => ({ startMs: i * HOUR, granted, denied: 0 }));
  return { bucketMs: HOUR, buckets, gaps: [] };
}

test("the newest row is of the end, the oldest of the start, and hours without rows are passed over", () => {
  const counts = histogram([0, 100, 0, 0, 300, 0]);
  expect(estimateTime(counts, 0)).toBe(5 * HOUR);
  expect(estimateTime(counts, 0.5)).toBeCloseTo(4 * HOUR + HOUR / 3, 3);
  expect(estimateTime(counts, 0.76)).toBeGreaterThan(HOUR);
  expect(estimateTime(counts, 0.76)).toBeLessThan(2 * HOUR);
  expect(estimateTime(counts, 1)).toBe(HOUR);
});

test("further down is never later", () => {
  const counts = fc.array(fc.nat(1_000), { minLength: 1, maxLength: 40 });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(counts, share, share, (some, one, other) => {
      const [up, down] = [Math.min(one, other), Math.max(one, other)].map((at) =>
        estimateTime(histogram(some), at),
      );
      if (some.every((count) => count === 0)) expect([up, down]).toEqual([null, null]);
      else if (typeof up === "number" && typeof down === "number") expect(down).toBeLessThanOrEqual(up);
    }),
  );
});

test("nothing counted, nothing said", () => {
  expect(estimateTime(histogram([0, 0]), 0.5)).toBeNull();
  expect(estimateTime(histogram([]), 0)).toBeNull();
});
