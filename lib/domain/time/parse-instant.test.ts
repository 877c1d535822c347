import { describe, expect, it } from "vitest";
import { mergeRanges } from "./merge-ranges";
import { parseInstant } from "./parse-instant";
import { subtractRanges } from "./subtract-ranges";

describe("parseInstant", () => {
  it.each([
    ["2026-01-02T03:04:05Z", Date.UTC(2026, 0, 2, 3, 4, 5)],
    ["2024-02-29T23:59:59.5Z", Date.UTC(2024, 1, 29, 23, 59, 59, 500)],
    ["2026-01-02T03:04:05.123456789+05:45", Date.UTC(2026, 0, 1, 21, 19, 5, 123)],
    ["1969-12-31T23:59:59Z", -1000],
    ["2000-03-01T00:00:00-01:30", Date.UTC(2000, 2, 1, 1, 30)],
  ])("reads %s", (text, ms) => expect(parseInstant(text)).toBe(ms));

  it.each([
    "2026-02-29T00:00:00Z",
    "2026-13-01T00:00:00Z",
    "2026-01-02T24:00:00Z",
    "2026-01-02T03:04:05",
    "2026-01-02T03:04:05.Z",
    "2026-01-02 03:04:05Z",
    "2026-01-02T03:04:05Zx",
    "",
  ])("refuses %j", (text) => expect(parseInstant(text)).toBeNull());
});

describe("ranges", () => {
  const range = (from: number, to: number) => ({ from, to });

  it("merge where they touch or overlap, in any order", () => {
    const parts = [range(5, 7), range(1, 3), range(3, 4), range(6, 9), range(2, 2)];
    expect(mergeRanges(parts)).toEqual([range(1, 4), range(5, 9)]);
  });

  it("leave the rest of a whole", () => {
    const parts = [range(4, 6), range(0, 2), range(9, 20), range(5, 5)];
    expect(subtractRanges(range(1, 10), parts)).toEqual([range(2, 4), range(6, 9)]);
    expect(subtractRanges(range(1, 10), [])).toEqual([range(1, 10)]);
  });
});
