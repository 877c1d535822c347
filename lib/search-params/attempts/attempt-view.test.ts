import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CALLER_CLASSES } from "@/lib/domain/correlate/attempt";
import { type AttemptView, canonicalQuery, DECISIONS, EMPTY_VIEW, tidyView } from "./attempt-view";
import { excludeValue, includeValue, removeTerm, toggleFacetValue } from "./narrow-view";
import { searchOfView, withSearch } from "./search-of-view";
import { aFilterTerm } from "@/lib/testing/draw-searches";
import { loadAttemptView } from "./load-attempt-view";
import { parseAttemptQuery } from "./parse-attempt-query";
import { toShareQuery } from "./share-link";
import { toUrlSearchParams } from "../parameters/to-url-search-params";

const NOW = Date.UTC(2026, 10, 23, 12);
const values = fc.uniqueArray(fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }), { maxLength: 4 });
const from = fc.integer({ min: 0, max: NOW - 1 });

const views: fc.Arbitrary<AttemptView> = fc
  .record({
    time: fc.oneof(
      fc.record({
        range: fc.constantFrom("15m", "24h", "9d"),
        from: fc.constant(null),
        to: fc.constant(null),
      }),
      fc.record({ range: fc.constant("24h"), from, to: fc.constant(NOW) }),
      fc.record({ range: fc.constant("7d"), from: fc.constant(null), to: fc.constant(NOW - 5) }),
    ),
    decision: fc.subarray([...DECISIONS]),
    class: fc.subarray([...CALLER_CLASSES]),
    identity: fc.constantFrom(null, { kind: "role" as const, value: "arn:aws:iam::111122223333:role/Dev" }),
    names: fc.tuple(values, values, values, values, values, values, values, values),
    q: fc.string({ unit: "grapheme", maxLength: 40 }).map((text) => text.trim()),
    where: fc.array(aFilterTerm, { maxLength: 5 }),
    noise: fc.constantFrom("fold" as const, "show" as const),
  })
  .map(({ time, names: [reason, origin, cluster, username, group, role, session, account], ...rest }) => ({
    ...{ ...rest, ...time, reason, origin, cluster, username, group, role, session, account },
  }));

describe("a view and its URL", () => {
  test("a view survives its own URL, read strictly", () => {
    fc.assert(
      fc.property(views, (view) => {
        const parsed = parseAttemptQuery(new URLSearchParams(canonicalQuery(view)), NOW);
        expect(parsed.ok && parsed.view).toEqual(tidyView(view));
      }),
      { seed: 7 },
    );
  });

  test("the text is canonical: reading it and writing it again changes nothing", () => {
    fc.assert(
      fc.property(views, (view) => {
        const query = canonicalQuery(view);
        const { view: read, problems } = loadAttemptView(toUrlSearchParams(grouped(query)), NOW);
        expect(problems).toEqual([]);
        expect(canonicalQuery(read)).toBe(query);
      }),
      { seed: 7 },
    );
  });

  test("a shared link means the same filter at any later time", () => {
    fc.assert(
      fc.property(views, fc.integer({ min: 0, max: 1e10 }), (view, later) => {
        const params = new URLSearchParams(toShareQuery(view, NOW));
        const early = parseAttemptQuery(params, NOW + 1000);
        const late = parseAttemptQuery(params, NOW + 1000 + later);
        expect(early.ok && early.filter).toEqual(late.ok && late.filter);
        expect(early.ok).toBe(true);
      }),
      { seed: 7 },
    );
  });

  test("defaults are not written, the order of values and blanks around the text do not matter", () => {
    expect(canonicalQuery(EMPTY_VIEW)).toBe("");
    const one = { ...EMPTY_VIEW, q: " x ", cluster: ["b", "a"] };
    const other = { ...EMPTY_VIEW, q: "x", cluster: ["a", "b", "a"] };
    expect(canonicalQuery(one)).toBe(canonicalQuery(other));
  });

  test("a view survives its own search, whatever narrowed the one that it is put into", () => {
    fc.assert(
      fc.property(views, views, (view, other) => {
        const { range, from, to, noise } = view;
        const search = withSearch({ ...other, range, from, to, noise }, searchOfView(view));
        expect(search.issues).toEqual([]);
        expect(canonicalQuery(search.view)).toBe(canonicalQuery(view));
      }),
      { seed: 7 },
    );
  });

  test("a value is in, out, or left free; a plain term in the address ticks its facet", () => {
    const out = excludeValue(includeValue(EMPTY_VIEW, "cluster", "dev"), "cluster", "dev");
    expect(canonicalQuery(out)).toBe("?where=-cluster:dev");
    expect(searchOfView(out)).toBe("-cluster:dev");
    const back = includeValue(out, "cluster", "dev");
    expect(canonicalQuery(back)).toBe("?cluster=dev");
    expect(canonicalQuery(toggleFacetValue(out, "cluster", "dev"))).toBe("");
    expect(canonicalQuery(removeTerm(out, { key: "cluster", pattern: ["dev"], excluded: true }))).toBe("");
    const { view } = loadAttemptView(new URLSearchParams("where=cluster:dev&where=key:ASIA*"), NOW);
    expect(view).toMatchObject({ cluster: ["dev"], where: [{ key: "key", pattern: ["ASIA", ""] }] });
  });

  test("values of no facet are included and excluded by terms", () => {
    const view = excludeValue(includeValue(EMPTY_VIEW, "key", "ASIAEXAMPLE"), "text", "a b");
    expect(searchOfView(view)).toBe('key:ASIAEXAMPLE -"a b"');
  });

  test("toggling a value twice gives the view back", () => {
    const on = toggleFacetValue(EMPTY_VIEW, "group", "system:masters");
    expect(on.group).toEqual(["system:masters"]);
    expect(toggleFacetValue(on, "group", "system:masters")).toEqual(EMPTY_VIEW);
  });
});

function grouped(query: string): Record<string, string[]> {
  const params = new URLSearchParams(query);
  return Object.fromEntries([...params.keys()].map((key) => [key, params.getAll(key)]));
}
