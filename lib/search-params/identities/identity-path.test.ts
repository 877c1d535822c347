import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromPathSegments, identityApiPath, identityPath } from "./identity-path";

/** What the guard before the pages lets through, and a browser leaves as it is. */
function segmentsOf(path: string, prefix: string): string[] {
  expect(path).not.toMatch(/%2f|%5c|%00|\\|#|\?|\/\//i);
  const { pathname } = new URL(path, "http://127.0.0.1");
  expect(pathname).toBe(path);
  expect(path.startsWith(prefix)).toBe(true);
  return path.slice(prefix.length).split("/");
}

describe("the path of an identity", () => {
  it.each([
    ["arn:aws:iam::111122223333:role/Dev", "arn%3Aaws%3Aiam%3A%3A111122223333%3Arole/Dev"],
    ["alice@example.com", "alice%40example.com"],
    ["CORP\\alice", "CORP~5calice"],
    ["a//b/", "a~2f/b~2f"],
    ["..", "~2e~2e"],
    ["~2f", "~7e2f"],
  ])("of %j is %j", (value, path) => {
    expect(identityPath({ kind: "username", value })).toBe(`/identities/username/${path}`);
  });

  it("gives every value back", () => {
    const pieces = fc.constantFrom(
      "/",
      "//",
      ".",
      "..",
      "~",
      "\\",
      "\0",
      "%2f",
      "a",
      "é",
      "🙂",
      "?",
      "#",
      " ",
      "+",
    );
    const values = fc.oneof(
      fc.string({ unit: "grapheme", minLength: 1 }),
      fc.array(pieces, { minLength: 1 }).map((p) => p.join("")),
    );
    fc.assert(
      fc.property(values, (value) => {
        const page = segmentsOf(identityPath({ kind: "group", value }), "/identities/group/");
        expect(fromPathSegments(page)).toBe(value);
        const [first = "", ...rest] = segmentsOf(
          identityApiPath({ kind: "group", value }),
          "/api/v1/identities/",
        );
        expect(fromPathSegments([first, ...rest])).toBe(`group:${value}`);
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  it("takes anything for a path", () => {
    expect(fromPathSegments(["%", "~zz", "a"])).toBe("%/~zz/a");
  });
});
