import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pagesOf, rowsToDraw, rowsWith, topRowOf } from "./row-window";

const ROW = 32;
const PAGES = { pageSize: 100, ahead: 30 };
const totals = fc.integer({ min: 1, max: 10_000_000 });
const shares = fc.double({ min: 0, max: 1, noNaN: true });

describe("the rows to draw", () => {
  test("cover the view, stay within the list, and are few", () => {
    fc.assert(
      fc.property(totals, shares, fc.integer({ min: 200, max: 3_000 }), (total, share, viewHeight) => {
        const offset = share * Math.max(0, total * ROW - viewHeight);
        const { first, last } = rowsToDraw({ offset, viewHeight, rowHeight: ROW, total });
        expect(first).toBeGreaterThanOrEqual(0);
        expect(last).toBeLessThan(total);
        expect(first * ROW).toBeLessThanOrEqual(offset);
        expect((last + 1) * ROW).toBeGreaterThanOrEqual(Math.min(total * ROW, offset + viewHeight));
        expect(last - first).toBeLessThan(viewHeight / ROW + 34);
      }),
    );
  });

  test("are all asked for, in pages within the list", () => {
    fc.assert(
      fc.property(totals, shares, (total, share) => {
        const drawn = rowsToDraw({ offset: share * total * ROW, viewHeight: 900, rowHeight: ROW, total });
        const pages = pagesOf(drawn, { ...PAGES, total });
        expect(pages.length).toBeLessThanOrEqual(3);
        for (const row of rowsWith(drawn, null)) expect(pages).toContain(Math.floor(row / 100));
        expect(Math.max(...pages) * 100).toBeLessThan(total);
      }),
    );
  });

  test("a list of nothing has no rows and no pages", () => {
    const drawn = rowsToDraw({ offset: 0, viewHeight: 900, rowHeight: ROW, total: 0 });
    expect(rowsWith(drawn, null)).toEqual([]);
    expect(pagesOf(drawn, { ...PAGES, total: 0 })).toEqual([]);
  });
});

test("the top row is the first that nothing covers", () => {
  const list = { inset: 72, rowHeight: ROW, total: 1_000 };
  expect(topRowOf(-72, list)).toBe(0);
  expect(topRowOf(-71, list)).toBe(1);
  expect(topRowOf(10 * ROW - 72, list)).toBe(10);
  expect(topRowOf(-500, list)).toBe(0);
  expect(topRowOf(1e9, list)).toBe(999);
});

test("a row that has the focus is drawn wherever it is, in its order", () => {
  expect(rowsWith({ first: 5, last: 7 }, null)).toEqual([5, 6, 7]);
  expect(rowsWith({ first: 5, last: 7 }, 6)).toEqual([5, 6, 7]);
  expect(rowsWith({ first: 5, last: 7 }, 2)).toEqual([2, 5, 6, 7]);
  expect(rowsWith({ first: 5, last: 7 }, 90)).toEqual([5, 6, 7, 90]);
});
