import { describe, expect, it } from "vitest";
import { parseLogfmt } from "./logfmt";

const read = (text: string) => {
  const result = parseLogfmt(text);
  return result.ok ? result.pairs : result.reject;
};

describe("parseLogfmt", () => {
  it.each([
    ["a=", ["a", ""]],
    ["a= b=x", ["a", "", "b", "x"]],
    ['a="x y" b=z', ["a", "x y", "b", "z"]],
    ["  a=1   b=2 ", ["a", "1", "b", "2"]],
    ["a=b=c", ["a", "b=c"]],
    ['a=""', ["a", ""]],
    ["a=1\n", ["a", "1"]],
    ["a=1\r\n", ["a", "1"]],
    ["é=日本", ["é", "日本"]],
    ['a="\\a\\b\\f\\n\\r\\t\\v\\\\\\""', ["a", '\x07\b\f\n\r\t\v\\"']],
    ['a="\\x1f\\x7f\\u00a0\\U0001f600"', ["a", "\x1f\x7f\u00a0😀"]],
    ['a="\\xff\\x80"', ["a", "\udcff\udc80"]],
    ["a=\\x", ["a", "\\x"]],
  ])("%j", (text, pairs) => expect(read(text)).toEqual(pairs));

  it.each([
    ["", "empty", 0],
    ["   ", "empty", 0],
    ["=x", "not-logfmt", 0],
    ["word", "not-logfmt", 0],
    ["a=1 word", "not-logfmt", 4],
    ['a"b=1', "not-logfmt", 0],
    ['a=x"y', "not-logfmt", 3],
    ['a="x"y', "not-logfmt", 5],
    ['a="x"\nb=1', "not-logfmt", 5],
    ["a=x\nb=1", "not-logfmt", 3],
    ["a=x\ty", "not-logfmt", 3],
    ["a\u0000=1", "not-logfmt", 0],
    ['a="x', "unterminated-quote", 2],
    ['a="x\\"', "unterminated-quote", 2],
    ['a="x\\', "unterminated-quote", 2],
    ['a="\\', "unterminated-quote", 2],
    ['a="\\q"', "bad-escape", 3],
    ['a="\\101"', "bad-escape", 3],
    ['a="\\x4"', "bad-escape", 3],
    ['a="\\ud83d"', "bad-escape", 3],
    ['a="\\U00110000"', "bad-escape", 3],
  ])("rejects %j: %s at %d", (text, code, position) => {
    expect(read(text)).toEqual({ code, position, message: expect.any(String) });
  });
});
