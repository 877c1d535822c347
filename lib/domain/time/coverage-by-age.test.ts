import { describe, expect, it } from "vitest";
import { addReading, type CoverageByAge, readAt, SETTLED_AGE_MS } from "./coverage-by-age";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = 100 * HOUR;
const empty: CoverageByAge = new Map();

describe("coverage by the age of what was read", () => {
  it("counts a stretch for the ages it had reached when its reading began", () => {
    const coverage = addReading(empty, { from: NOW - 30 * HOUR, to: NOW }, NOW);
    expect([...coverage]).toEqual([
      [0, [{ from: NOW - 30 * HOUR, to: NOW }]],
      [SETTLED_AGE_MS, [{ from: NOW - 30 * HOUR, to: NOW - 30 * MINUTE }]],
      [HOUR, [{ from: NOW - 30 * HOUR, to: NOW - HOUR }]],
      [6 * HOUR, [{ from: NOW - 30 * HOUR, to: NOW - 6 * HOUR }]],
      [24 * HOUR, [{ from: NOW - 30 * HOUR, to: NOW - 24 * HOUR }]],
    ]);
  });

  it("grows without gaps when each poll reads half an hour again", () => {
    let coverage = addReading(empty, { from: 0, to: NOW }, NOW);
    for (let n = 1; n <= 10; n++) {
      const now = NOW + n * MINUTE;
      coverage = addReading(coverage, { from: now - MINUTE - SETTLED_AGE_MS, to: now }, now);
    }
    const end = NOW + 10 * MINUTE;
    expect(readAt(coverage, 0)).toEqual([{ from: 0, to: end }]);
    expect(readAt(coverage, SETTLED_AGE_MS)).toEqual([{ from: 0, to: end - SETTLED_AGE_MS }]);
    expect(readAt(coverage, HOUR)).toEqual([{ from: 0, to: NOW - HOUR }]);
  });

  it("claims nothing of the time after its beginning", () => {
    expect([...addReading(empty, { from: NOW, to: NOW + HOUR }, NOW)]).toEqual([]);
  });
});
