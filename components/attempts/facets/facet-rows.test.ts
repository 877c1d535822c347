import { expect, test } from "vitest";
import { toFacetRows } from "./facet-rows";

const VALUES = ["a", "b", "c", "d", "e", "f", "g", "h"].map((value, i) => ({ value, count: 80 - i }));
const shown = (included: string[][], expanded = false, excluded: string[][] = []) =>
  toFacetRows(VALUES, { included, excluded }, expanded).map(({ value, count }) => `${value}${count}`);

test("the most frequent values come first, the rest on demand", () => {
  expect(shown([])).toEqual(["a80", "b79", "c78", "d77", "e76", "f75"]);
  expect(shown([], true)).toHaveLength(8);
});

test("a value that is asked for or excluded never vanishes, or one could not take it back", () => {
  expect(shown([["h"], ["zz"]])).toEqual(["a80", "b79", "c78", "d77", "e76", "f75", "h73", "zz0"]);
  expect(shown([["G", ""]], false, [["h"]])).toEqual([
    "a80",
    "b79",
    "c78",
    "d77",
    "e76",
    "f75",
    "g74",
    "h73",
  ]);
});
