import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAuthenticatorLine } from "./authenticator-line";
import { parseCloudTrailFile } from "./cloudtrail-file";
import { formatLogfmtValue } from "./format-logfmt-value";
import { parseLogfmt } from "./logfmt";

const SEED = 20_260_102;
const anyText = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), fc.string());
const key = fc.stringMatching(/^[a-zA-Z][a-zA-Z.]{0,11}$/);
const printed = fc
  .array(fc.tuple(key, anyText), { minLength: 1, maxLength: 8 })
  .map((pairs) => pairs.map(([name, value]) => `${name}=${formatLogfmtValue(value)}`).join(" "));
const mutated = fc.tuple(printed, fc.nat(), anyText, fc.nat(4)).map(([line, at, junk, cut]) => {
  const index = at % (line.length + 1);
  return line.slice(0, index) + junk + line.slice(index + cut);
});

describe("any text at all", () => {
  it("is an event or a reject with a position inside the text, 100,000 times", () => {
    const check = (text: string) => {
      const record = parseAuthenticatorLine(text);
      if (record.kind === "line") return record.msg.length >= 0;
      return record.text === text && record.reject.position >= 0 && record.reject.position <= text.length;
    };
    fc.assert(fc.property(fc.oneof(anyText, printed, mutated), check), { seed: SEED, numRuns: 100_000 });
  });

  it("comes back as it was printed", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(key, anyText.filter(isWhole)), { minLength: 1, maxLength: 6 }),
        (pairs) => {
          const line = pairs.map(([name, value]) => `${name}=${formatLogfmtValue(value)}`).join(" ");
          expect(parseLogfmt(line)).toEqual({ ok: true, pairs: pairs.flat() });
        },
      ),
      { seed: SEED, numRuns: 2_000 },
    );
  });

  it("never stops the reading of a CloudTrail file", () => {
    const record = '{"eventID":"1","eventName":"N","eventSource":"s","eventTime":"2026-01-02T03:04:05Z"}';
    const file = fc
      .array(fc.oneof(fc.constant(record), fc.json(), anyText), { maxLength: 6 })
      .map((items) => `{"Records":[${items.join(",")}]}`);
    fc.assert(
      fc.property(fc.oneof(anyText, file, fc.json()), fc.nat(), (text, cut) => {
        const input = text.slice(0, cut % (text.length + 1));
        const read = parseCloudTrailFile(input);
        expect(read.rejects.every(({ position }) => position >= 0 && position <= input.length)).toBe(true);
      }),
      { seed: SEED, numRuns: 20_000 },
    );
  });
});

/** Lone surrogates have no bytes; only U+DC80–U+DCFF stand for one. */
function isWhole(text: string): boolean {
  return !/[\ud800-\udfff]/u.test(text);
}
