import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findLogfmtSpans } from "./logfmt-spans";

const keys = (line: string) =>
  findLogfmtSpans(line).flatMap(({ kind, text }) => (kind === "key" ? [text] : []));

describe("the fields of a log line", () => {
  test("are found by their names, but not within quoted values", () => {
    const line = String.raw`time="2026-11-23T09:00:00Z" level=warning msg="access denied" error="x \" username=root y"`;
    expect(keys(line)).toEqual(["time=", "level=", "msg=", "error="]);
  });

  test("text that is no logfmt has none", () => {
    expect(keys("Authenticator version 0.7.8, started = yes")).toEqual([]);
  });

  test("nothing is lost, whatever the line", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "=", '"', "\\", " ", "[", "1"), maxLength: 40 });
    fc.assert(
      fc.property(text, (line) => {
        expect(
          findLogfmtSpans(line)
            .map((span) => span.text)
            .join(""),
        ).toBe(line);
      }),
      { seed: 5 },
    );
  });
});
