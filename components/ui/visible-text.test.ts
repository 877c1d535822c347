import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toTextParts, toVisibleString } from "./visible-text";

describe("text written by others", () => {
  test.each([
    ["alice@example.com", "alice@example.com"],
    ["zażółć 東京 ✓", "zażółć 東京 ✓"],
    ["admin\u202Enimda", "admin<U+202E>nimda"],
    ["a\u200Bb\u2060c", "a<U+200B>b<U+2060>c"],
    ["x\x1b[31mred\x00", "x<U+001B>[31mred<U+0000>"],
    ["two\nlines\r", "two<U+000A>lines<U+000D>"],
    ["tag\u{E0041}", "tag<U+E0041>"],
    ["lone\uD800", "lone<U+D800>"],
    ["no\u00A0break", "no<U+00A0>break"],
    ["Việt น้ำ बिन्दु שָׁלוֹם e\u0301\u0301\u0301\u0301", "Việt น้ำ बिन्दु שָׁלוֹם e\u0301\u0301\u0301\u0301"],
    ["e\u0301\u0489\u0301\u20dd\u0301\u0489x", "e\u0301\u0489\u0301\u20dd<U+0301><U+0489>x"],
  ])("%j is shown as %j", (text, shown) => {
    expect(toVisibleString(text)).toBe(shown);
  });

  test("no part is lost, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(
          toTextParts(text)
            .map((part) => part.text)
            .join(""),
        ).toBe(text);
        expect(toVisibleString(text)).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      }),
      { seed: 3 },
    );
  });
});
