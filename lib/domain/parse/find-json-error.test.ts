import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findJsonError } from "./find-json-error";
import { parseJson } from "./parse-json";

describe("findJsonError", () => {
  it.each([
    ["", 0, "ends where value"],
    ["{", 1, "ends where key or }"],
    ['{"a":1,}', 7, "expected key"],
    ['{"a" 1}', 5, "expected :"],
    ["[1,]", 3, "expected value"],
    ["[1 2]", 3, "expected , or ]"],
    ['{"a":1 "b"', 7, "expected , or }"],
    ['["\u0001"]', 2, "expected value or ]"],
    ['["\\x"]', 2, "expected value or ]"],
    ['["\\u12g4"]', 2, "expected value or ]"],
    ['["ab', 4, "ends within a value"],
    ["[01]", 2, "expected , or ]"],
    ["[-]", 2, "expected value or ]"],
    ["[1.]", 3, "expected value or ]"],
    ["[1e+]", 4, "expected value or ]"],
    ["[tru]", 1, "expected value or ]"],
    ["1 2", 2, "expected end"],
    ["}", 0, "expected value"],
    [`${"[".repeat(5_000)}`, 1_001, "nested too deeply"],
  ])("%j: at %d, %s", (text, position, message) => {
    expect(findJsonError(text)).toEqual({ position, message: expect.stringContaining(message) });
  });

  it("agrees with JSON.parse on what is JSON", () => {
    const mutated = fc
      .tuple(
        fc.json(),
        fc.nat(),
        fc.constantFrom("", '"', "\\", ",", "}", "]", ":", "0", "-", "e", " ", "\u0000", "n"),
        fc.nat(2),
      )
      .map(([json, at, junk, cut]) => {
        const index = at % (json.length + 1);
        return json.slice(0, index) + junk + json.slice(index + cut);
      });
    const agrees = (text: string) => (findJsonError(text) === null) === parseJson(text).ok;
    fc.assert(fc.property(fc.oneof(mutated, fc.json(), fc.string()), agrees), { seed: 2, numRuns: 20_000 });
  });
});
