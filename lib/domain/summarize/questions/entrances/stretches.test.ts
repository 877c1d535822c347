import { expect, test } from "vitest";
import { cutAtChanges, momentsOf } from "./stretches";

const changesAt = (...times: number[]) => times.map((timeMs) => ({ timeMs }));

test("a range is cut at each change within it, once", () => {
  const range = { from: 100, to: 200 };
  const { bounds, uncut } = cutAtChanges(changesAt(150, 90, 120, 150, 100, 200), range);
  expect({ bounds, uncut }).toEqual({ bounds: [120, 150], uncut: 0 });
  expect(momentsOf(range, bounds)).toEqual([119, 149, 199]);
});

test("of very many changes the newest cut", () => {
  const times = Array.from({ length: 50 }, (_, i) => i + 1);
  const { bounds, uncut } = cutAtChanges(changesAt(...times), { from: 0, to: 100 });
  expect([bounds.length + uncut, bounds.at(-1)]).toEqual([50, 50]);
});
