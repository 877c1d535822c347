import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findConfigMapProblem } from "@/lib/testing/fuzz/find-config-map-problem";
import { findFileProblem, findLineProblem } from "@/lib/testing/fuzz/find-problem";
import { runCampaign } from "@/lib/testing/fuzz/run-campaign";
import { formatLogfmtValue } from "./format-logfmt-value";
import { parseLogfmt } from "./logfmt";

const SEED = 20_260_102;

describe("any text at all", () => {
  it("is read or rejected with its place, and never misread: a million generated and mutated inputs", () => {
    expect(runCampaign({ seed: SEED, from: 0, count: 1_000_000 })).toBeNull();
  });

  it("would be found if it were misread", () => {
    const line = { text: 'msg="access denied" error=a', pairs: null, deniedWith: null };
    expect(findLineProblem(line)).toBeNull();
    expect(findLineProblem({ ...line, pairs: ["msg", "x"] })).toContain("another line");
    expect(findLineProblem({ ...line, deniedWith: "b" })).toContain("left its field");
    expect(findLineProblem({ ...line, text: "msg=x", deniedWith: "b" })).toContain("something else");
    expect(findFileProblem("{}")).toBeNull();
    expect(findConfigMapProblem("data: {}")).toBeNull();
  });

  it("comes back as it was printed", () => {
    const key = fc.stringMatching(/^[a-zA-Z][a-zA-Z.]{0,11}$/);
    const value = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }).filter(isWhole));
    const check = (pairs: [string, string][]) => {
      const line = pairs.map(([name, text]) => `${name}=${formatLogfmtValue(text)}`).join(" ");
      expect(parseLogfmt(line)).toEqual({ ok: true, pairs: pairs.flat() });
    };
    const pairs = fc.array(fc.tuple(key, value), { minLength: 1, maxLength: 6 });
    fc.assert(fc.property(pairs, check), { seed: SEED, numRuns: 2_000 });
  });
});

/** Lone surrogates have no bytes; only U+DC80–U+DCFF stand for one. */
function isWhole(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
