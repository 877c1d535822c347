import { expect, test } from "vitest";
import { withinRange } from "./within-range";

const sorted = [1, 3, 3, 3, 7, 9].map((timeMs, place) => ({ timeMs, place }));

test("what a filter gives is given, for every range", () => {
  for (let from = 0; from <= 11; from++)
    for (let to = 0; to <= 11; to++) {
      const wanted = sorted.filter(({ timeMs }) => timeMs >= from && timeMs <= to);
      expect(withinRange(sorted, { from, to })).toEqual(wanted);
    }
  expect(withinRange([], { from: 0, to: 1 })).toEqual([]);
});
