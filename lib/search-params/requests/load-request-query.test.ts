import { expect, it } from "vitest";
import { loadRequestQuery } from "./load-request-query";

const NOW = Date.UTC(2026, 10, 20, 12);
const load = (query: string) => loadRequestQuery(new URLSearchParams(query), NOW);

it("reads what requests are asked for by, and nothing of blank fields", () => {
  const { filter, problems } = load(
    "verb=delete&resource=namespaces&name=shop&q=&cluster=&range=7d&outcome=denied",
  );
  expect(problems).toEqual([]);
  expect(filter).toEqual({
    range: { from: NOW - 7 * 86_400_000, to: NOW },
    outcome: ["denied"],
    verb: ["delete"],
    resource: ["namespaces"],
    namespace: [],
    name: ["shop"],
    username: [],
    cluster: [],
    text: "",
  });
});

it.each([
  "range=tomorrow",
  "outcome=maybe",
  "colour=red",
  "v=9",
  "from=2026-11-20T13:00:00Z&to=2026-11-20T12:00:00Z",
  "decision=denied",
  "from=2027-01-01",
])("names what it cannot read of %s, and asks for the rest", (bad) => {
  const { filter, problems } = load(`${bad}&verb=delete`);
  expect(problems.length).toBeGreaterThan(0);
  expect(filter.verb).toEqual(["delete"]);
  expect(filter.range.from).toBeLessThan(filter.range.to);
});

it("goes on where a former page ended, and starts anew where the cursor cannot be one", () => {
  const cursor = `1762000000000.${"0a".repeat(16)}`;
  expect(load(`verb=delete&cursor=${cursor}`).cursor).toBe(cursor);
  expect(load("verb=delete&cursor=nowhere")).toMatchObject({ cursor: null, problems: [] });
});
