import { expect, it } from "vitest";
import { CANARY } from "./canary";
import { createHostileValues, MARK } from "./create-hostile-values";

it("ten thousand hostile texts: the same each time, each with its own mark, hardly one like another", () => {
  const values = createHostileValues(10_000);
  expect(values).toEqual(createHostileValues(10_000));
  for (const { text, mark } of values) expect(text.match(MARK)).toContain(mark);
  const shapes = new Set(values.map(({ text, mark }) => text.replaceAll(mark, "")));
  expect(shapes.size).toBeGreaterThan(3_000);
  const would = values.filter(({ text }) => text.includes(CANARY) || text.includes("alert("));
  expect(would.length).toBeGreaterThan(4_000);
});
