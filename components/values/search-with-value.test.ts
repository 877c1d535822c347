import { expect, test } from "vitest";
import { searchWithValue } from "./search-with-value";

const NOW = Date.UTC(2026, 10, 25, 14);
const alice = { key: "username", value: "alice" } as const;

test("a list is narrowed further, and what was excluded may be asked for again", () => {
  const only = searchWithValue(alice, { excluded: false, from: { search: "?decision=denied" } }, NOW);
  expect(only).toBe("/attempts?decision=denied&username=alice");
  const not = searchWithValue(
    alice,
    { excluded: true, from: { search: only.slice("/attempts".length) } },
    NOW,
  );
  expect(not).toBe("/attempts?decision=denied&where=-username:alice");
});

test("from another page it is searched in a time of whole seconds, nodes too", () => {
  const from = { from: NOW - 1_500, to: NOW + 1 };
  expect(searchWithValue(alice, { excluded: false, from }, NOW)).toBe(
    "/attempts?from=2026-11-25T13:59:58Z&to=2026-11-25T14:00:01Z&username=alice&noise=show",
  );
});
