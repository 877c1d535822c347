import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { namespaceMatches } from "./scope";

describe("namespaceMatches", () => {
  it("takes a star for any run of letters, and nothing else for a wildcard", () => {
    const yes = [
      "dev-* dev-",
      "dev-* dev-a",
      "* x",
      "*-dev a-dev",
      "a*b*c a1b2c",
      "a** a",
      "shop shop",
      "a*b ab",
    ];
    const no = [
      "dev-* dev",
      "dev-* xdev-a",
      "a*a a",
      "a*b*c acab",
      "shop shops",
      "d?v dev",
      "d.v dev",
      " shop",
    ];
    const split = (text: string) => text.split(" ") as [string, string];
    for (const text of yes) expect(namespaceMatches(...split(text)), text).toBe(true);
    for (const text of no) expect(namespaceMatches(...split(text)), text).toBe(false);
  });

  it("agrees with a regular expression", () => {
    const text = (unit: string) => fc.string({ unit: fc.constantFrom(...unit), maxLength: 8 });
    const check = (pattern: string, name: string) => {
      const expression = new RegExp(`^${pattern.replaceAll("*", ".*")}$`);
      expect(namespaceMatches(pattern, name)).toBe(expression.test(name));
    };
    fc.assert(fc.property(text("ab*"), text("ab"), check), { seed: 20_261_126, numRuns: 5_000 });
  });
});
