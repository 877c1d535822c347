import { expect, it } from "vitest";
import { toJsonLine } from "./json-line";

it("says the same without a character that could steer a terminal", () => {
  const value = { name: "a\u009b2J\u202eb\u2028\u007f", plain: "c d~" };
  const line = toJsonLine(value);
  expect(line).toMatch(/^[ -~]*\n$/);
  expect(JSON.parse(line)).toEqual(value);
});
