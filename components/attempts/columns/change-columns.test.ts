import { expect, test } from "vitest";
import { columnOf, DEFAULT_COLUMNS } from "@/lib/search-params/attempts/list-columns";
import { moveBorder, moveColumn, toggleColumn, widenColumn } from "./change-columns";

const two = [
  { id: "who", width: 40 },
  { id: "time", width: 20 },
] as const;

test("a column comes at the end and goes again; the last one stays", () => {
  expect(toggleColumn(two, "key")).toEqual([...two, columnOf("key")]);
  expect(toggleColumn(two, "who")).toEqual([two[1]]);
  expect(toggleColumn([two[0]], "who")).toEqual([two[0]]);
});

test("a column moves, and not beyond the ends", () => {
  expect(moveColumn(two, "time", -1)).toEqual([two[1], two[0]]);
  expect(moveColumn(two, "time", 1)).toEqual(two);
  expect(moveColumn(DEFAULT_COLUMNS, "key", 1)).toEqual(DEFAULT_COLUMNS);
});

test("a border that is moved takes from one what it gives to the other, and leaves both to be seen", () => {
  expect(moveBorder(two, 0, 10).map(({ width }) => width)).toEqual([50, 10]);
  expect(moveBorder(two, 0, 500).map(({ width }) => width)).toEqual([54, 6]);
  expect(moveBorder(two, 0, -500).map(({ width }) => width)).toEqual([6, 54]);
  expect(moveBorder(two, 1, 5)).toEqual(two);
  expect(widenColumn(two, "who", -100)[0]?.width).toBe(6);
});
