import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { excerptOf, markMatches } from "./mark-matches";

describe("marking", () => {
  test("finds every place, in upper or lower case", () => {
    expect(markMatches("Alice met alice", "ALICE")).toEqual([
      { text: "Alice", at: 0, match: true },
      { text: " met ", at: 5, match: false },
      { text: "alice", at: 10, match: true },
    ]);
    expect(markMatches("nobody", "alice")).toEqual([{ text: "nobody", at: 0, match: false }]);
    expect(markMatches("", "alice")).toEqual([]);
  });

  test("a letter that grows in lower case shifts nothing", () => {
    const [, found] = markMatches("İİ alice", "Alice");
    expect(found).toEqual({ text: "alice", at: 3, match: true });
  });

  test("the spans are the text, and what is marked is what was wanted", () => {
    const texts = fc.string({
      unit: fc.constantFrom("a", "A", "b", "İ", "ß", "\u{1f600}", " "),
      maxLength: 40,
    });
    fc.assert(
      fc.property(texts, texts, (text, wanted) => {
        const spans = markMatches(text, wanted);
        expect(spans.map((span) => span.text).join("")).toBe(text);
        for (const { text: span, match } of spans) if (match) expect(span.length).toBe(wanted.length);
        if (wanted !== "" && text.includes(wanted)) expect(spans.some(({ match }) => match)).toBe(true);
      }),
    );
  });
});

describe("the excerpt", () => {
  test("of a short text is the text", () => {
    expect(excerptOf("short", "or", 10)).toEqual({ text: "short", cut: false });
  });

  test("of a long one holds the match, wherever that stands", () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (before, after) => {
        const text = `${"x".repeat(before)}alice${"y".repeat(after)}`;
        const excerpt = excerptOf(text, "ALICE", 80);
        expect(excerpt.text).toContain("alice");
        expect(excerpt.text.length).toBeLessThanOrEqual(80);
        expect(excerpt.cut).toBe(text.length > 80);
      }),
    );
  });
});
