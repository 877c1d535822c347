import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadAttemptView } from "./load-attempt-view";
import { parseAttemptQuery } from "./parse-attempt-query";

const NOW = Date.UTC(2026, 10, 23, 12);
const parse = (query: string) => parseAttemptQuery(new URLSearchParams(query), NOW);

describe("parseAttemptQuery", () => {
  test.each([
    ["", NOW - 86_400_000, NOW],
    ["range=30m", NOW - 1_800_000, NOW],
    ["range=7d&to=2026-11-20", Date.UTC(2026, 10, 13), Date.UTC(2026, 10, 20)],
    ["from=2026-11-23T09:30Z", Date.UTC(2026, 10, 23, 9, 30), NOW],
    [
      "from=2026-11-01T00:00:00.250Z&to=2026-11-02T00:00:00Z",
      Date.UTC(2026, 10, 1) + 250,
      Date.UTC(2026, 10, 2),
    ],
  ])("the range of ?%s", (query, from, to) => {
    const parsed = parse(query);
    expect(parsed.ok && parsed.filter.range).toEqual({ from, to });
  });

  test("reads filters, text, noise and the API's own parameters", () => {
    const parsed = parse(
      "v=1&decision=denied&group=a%26b&group=c&q=+x+&noise=show&limit=500&buckets=10&cursor=abc",
    );
    expect(parsed).toMatchObject({
      ok: true,
      filter: { decision: ["denied"], group: ["a&b", "c"], text: "x", noise: "show" },
      ...{ limit: 500, buckets: 10, cursor: "abc" },
    });
  });

  test.each([
    ["position=-1", "position"],
    ["position=1.5", "position"],
    ["at=now", "at"],
    ["cursor=abc&position=3", "position"],
    ["at=2026-11-01&position=3", "at"],
    ["colour=red", "colour"],
    ["toString=1", "toString"],
    ["__proto__=1", "__proto__"],
    ["v=2", "v"],
    ["v=x", "v"],
    ["range=24", "range"],
    ["range=0h", "range"],
    ["range=-1h", "range"],
    ["range=99999d", "range"],
    ["range=1h&range=2h", "range"],
    ["range=1h&from=2026-11-01", "range"],
    ["from=yesterday", "from"],
    ["from=2026-02-30", "from"],
    ["from=2026-11-23T10:00:00", "from"],
    ["from=2026-11-23T10:00:00%2B02:00", "from"],
    ["to=1763900000000", "to"],
    ["from=2026-11-02&to=2026-11-01", "from"],
    ["from=2026-11-02&to=2026-11-02", "from"],
    ["from=2027-01-01", "from"],
    ["decision=maybe", "decision"],
    ["decision=granted&decision=", "decision"],
    ["class=robot", "class"],
    ["cluster=", "cluster"],
    [`session=${"x".repeat(1025)}`, "session"],
    [Array.from({ length: 101 }, (_, i) => `role=r${i}`).join("&"), "role"],
    [`q=${"x".repeat(257)}`, "q"],
    ["noise=loud", "noise"],
    ["where=", "where"],
    ["where=-clustr:dev", "where"],
    ["where=a+b", "where"],
    ["where=identity:person:alice", "where"],
    ["limit=0", "limit"],
    ["limit=501", "limit"],
    ["limit=1e2", "limit"],
    ["buckets=9", "buckets"],
    ["buckets=241", "buckets"],
    ["cursor=", "cursor"],
  ])("?%s is refused and the parameter named", (query, parameter) => {
    const parsed = parse(query);
    expect(parsed.ok).toBe(false);
    expect(parsed.ok ? [] : parsed.problems.map((one) => one.parameter)).toEqual([parameter]);
  });

  test("names every bad parameter", () => {
    const parsed = parse("from=x&decision=y&zoom=1");
    expect(parsed.ok ? [] : parsed.problems.map((one) => one.parameter)).toEqual([
      "from",
      "decision",
      "zoom",
    ]);
  });

  test("a route that does not page refuses a cursor", () => {
    expect(parseAttemptQuery(new URLSearchParams("cursor=abc"), NOW, ["buckets"]).ok).toBe(false);
  });

  test("any query gets an answer, and its range is sound", () => {
    const key = fc.oneof(fc.constantFrom("range", "from", "to", "q", "limit", "decision", "v"), fc.string());
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.string({ unit: "binary" })), { maxLength: 6 }), (pairs) => {
        const parsed = parseAttemptQuery(new URLSearchParams(pairs), NOW);
        if (parsed.ok) expect(parsed.filter.range.from).toBeLessThan(parsed.filter.range.to);
        else expect(parsed.problems.length).toBeGreaterThan(0);
      }),
      { seed: 11, numRuns: 500 },
    );
  });
});

describe("loadAttemptView", () => {
  test("keeps what it can read and names the rest", () => {
    const { view, problems } = loadAttemptView(
      new URLSearchParams("decision=denied&decision=maybe&from=x&q=alice"),
      NOW,
    );
    expect(view).toMatchObject({ decision: ["denied"], from: null, q: "alice", range: "24h" });
    expect(problems.map((one) => one.parameter)).toEqual(["decision", "from"]);
  });

  test("a range that ends before it starts falls back to the default range", () => {
    const { view } = loadAttemptView(new URLSearchParams("from=2026-11-02&to=2026-11-01"), NOW);
    expect([view.from, view.to]).toEqual([null, null]);
  });
});
