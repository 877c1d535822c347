import { describe, expect, it } from "vitest";
import { factTree } from "./fact-tree";
import { selectionRows } from "./selection-rows";

describe("the rows of a shared selection", () => {
  it("tell when, what, where, as whom and who", () => {
    const row = {
      timeMs: 5,
      decision: "granted",
      cluster: "prod",
      kubernetes: { username: "u" },
      caller: null,
    };
    expect(selectionRows({ rows: [row] })).toEqual([
      { timeMs: 5, decision: "granted", cluster: "prod", outcome: "u", caller: "" },
    ]);
  });

  it.each([[null], [1], [{}], [{ rows: {} }], [{ rows: [null, 1, {}, { timeMs: 1e300 }, { timeMs: "1" }] }]])(
    "are none where there are none (%#)",
    (content) => {
      expect(selectionRows(content)).toEqual([]);
    },
  );
});

describe("the facts of plain JSON", () => {
  it("are told in words, without what says nothing", () => {
    const value = { sessionName: "x", groups: ["a", "b"], timeMs: 1_795_737_600_000, lastMs: 5, none: null };
    expect(factTree({ ...value, empty: [], text: "", isIn: false, inner: { n: 1 } })).toEqual([
      { label: "Session name", value: "x", facts: [] },
      { label: "Groups", value: "a, b", facts: [] },
      { label: "Time", value: "2026-11-27T00:00:00.000Z", facts: [] },
      { label: "Last", value: "5 ms", facts: [] },
      { label: "Is in", value: "no", facts: [] },
      { label: "Inner", value: null, facts: [{ label: "N", value: "1", facts: [] }] },
    ]);
  });

  it("end somewhere, whatever they are of", () => {
    let deep: unknown = 1;
    for (let i = 0; i < 10_000; i++) deep = { a: deep };
    expect(factTree(deep)).toEqual([]);
    expect([factTree(null), factTree("x"), factTree({ timeMs: 1e300 })[0]?.value]).toEqual([
      [],
      [],
      "1e+300 ms",
    ]);
  });
});
