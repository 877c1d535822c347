import fc from "fast-check";
import { expect, test } from "vitest";
import { DAY_MS, HOUR_MS } from "./durations";
import { bucketsOver } from "./time-buckets";

const FROM = Date.UTC(2026, 10, 2, 9, 30);

test.each([
  ["a minute", 60_000, 96, 625, FROM],
  ["a day", DAY_MS, 96, 900_000, FROM],
  ["four days: hours", 4 * DAY_MS, 96, 2 * HOUR_MS, Date.UTC(2026, 10, 2, 9)],
  ["a month", 30 * DAY_MS, 96, 8 * HOUR_MS, Date.UTC(2026, 10, 2, 9)],
  ["a year: days", 365 * DAY_MS, 96, 4 * DAY_MS, Date.UTC(2026, 10, 2)],
])("%s", (_, length, most, bucketMs, startMs) => {
  const buckets = bucketsOver({ from: FROM, to: FROM + length }, most);
  expect(buckets).toMatchObject({ startMs, bucketMs });
});

test("no more than asked for, and they cover the range", () => {
  const someRange = fc.tuple(fc.nat(DAY_MS), fc.integer({ min: 1, max: 400 * DAY_MS }));
  fc.assert(
    fc.property(someRange, fc.integer({ min: 10, max: 240 }), ([offset, length], most) => {
      const range = { from: FROM + offset, to: FROM + offset + length };
      const { startMs, bucketMs, count } = bucketsOver(range, most);
      expect(count).toBeLessThanOrEqual(most);
      expect(startMs).toBeLessThanOrEqual(range.from);
      expect(startMs + bucketMs).toBeGreaterThan(range.from);
      expect(startMs + count * bucketMs).toBeGreaterThanOrEqual(range.to);
      expect(startMs + (count - 1) * bucketMs).toBeLessThan(range.to);
    }),
  );
});
