import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_MS } from "@/lib/domain/time/durations";
import { layOutDays } from "./lay-out-days";

describe("the bars of an identity's days", () => {
  it("are the last four weeks where there is but a day", () => {
    const today = 20_000 * DAY_MS;
    const { bars, daysEach } = layOutDays([{ startMs: today, granted: 2, denied: 1 }], {
      from: today + 5,
      to: today + 9,
    });
    expect([bars.length, daysEach]).toEqual([28, 1]);
    expect(bars.at(-1)).toEqual({ startMs: today, endMs: today + DAY_MS, granted: 2, denied: 1 });
  });

  it("lose no attempt, are whole days without gaps, and not too many", () => {
    const day = fc.integer({ min: 18_000, max: 20_500 });
    const counted = fc.uniqueArray(day, { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(counted, (numbers) => {
        const days = numbers.map((n) => ({ startMs: n * DAY_MS, granted: n % 7, denied: n % 3 }));
        const range = { from: Math.min(...numbers) * DAY_MS + 1, to: Math.max(...numbers) * DAY_MS + 2 };
        const { bars } = layOutDays(days, range);
        const sum = (some: readonly { granted: number; denied: number }[]) =>
          some.reduce((total, { granted, denied }) => total + granted + denied, 0);
        expect(sum(bars)).toBe(sum(days));
        expect(bars.length).toBeGreaterThan(27);
        expect(bars.length).toBeLessThanOrEqual(120);
        for (const [i, { startMs }] of bars.entries()) {
          expect(startMs % DAY_MS).toBe(0);
          if (i > 0) expect(bars[i - 1]?.endMs).toBe(startMs);
        }
      }),
      { seed: 9 },
    );
  });
});
