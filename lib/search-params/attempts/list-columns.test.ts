import fc from "fast-check";
import { expect, test } from "vitest";
import {
  areColumns,
  COLUMN_IDS,
  clampWidth,
  columnOf,
  DEFAULT_COLUMNS,
  parseColumns,
  printColumns,
} from "./list-columns";
import { loadAttemptView } from "./load-attempt-view";

const columns = fc
  .uniqueArray(fc.record({ id: fc.constantFrom(...COLUMN_IDS), width: fc.integer({ min: 6, max: 400 }) }), {
    minLength: 1,
    selector: ({ id }) => id,
  })
  .filter((list) => printColumns(list) !== null);

test("columns are read as they were written", () => {
  fc.assert(
    fc.property(columns, (list) => {
      const text = printColumns(list) ?? "";
      expect(areColumns(text)).toBe(true);
      expect(parseColumns(text)).toEqual(list);
    }),
  );
});

test("what a list has by itself is not written", () => {
  expect(printColumns(DEFAULT_COLUMNS)).toBeNull();
  expect(printColumns([...DEFAULT_COLUMNS, columnOf("key")])).toMatch(/cluster,key$/);
});

test("any text gives columns or none, each once and of a width that can be seen", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      for (const { width } of parseColumns(text) ?? []) expect(clampWidth(width)).toBe(width);
    }),
  );
  expect(parseColumns("who,who.9,nonsense,time.1")).toEqual([columnOf("who"), { id: "time", width: 6 }]);
  expect(parseColumns("__proto__,constructor")).toBeNull();
});

test("a link with a column that there is not shows the others, and says so; its place and what is open stay", () => {
  const { columns, problems, openId } = loadAttemptView(new URLSearchParams("columns=who,pink&open=ab12"), 0);
  expect(columns).toEqual([columnOf("who")]);
  expect(openId).toBe("ab12");
  expect(problems.map(({ parameter }) => parameter)).toEqual(["columns"]);
});
