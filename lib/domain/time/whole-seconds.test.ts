import { expect, test } from "vitest";
import { wholeSeconds } from "./whole-seconds";

test("nothing of the range is lost, and what is whole stays as it is", () => {
  expect(wholeSeconds({ from: 1_999, to: 2_001 })).toEqual({ from: 1_000, to: 3_000 });
  expect(wholeSeconds({ from: 1_000, to: 3_000 })).toEqual({ from: 1_000, to: 3_000 });
});
