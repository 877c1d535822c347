import { describe, expect, it } from "vitest";
import { readExtendedRequestTime } from "./extended-request-id";

const MS = 1_782_864_500_328;

describe("readExtendedRequestTime", () => {
  it.each([`1:eu-west-1:S:${MS}:R:x/+?`, `1:ap-southeast-2:S:${MS}:R:EXAMPLE`, `2::S:${MS}:`])(
    "reads %s",
    (text) => {
      expect(readExtendedRequestTime(btoa(text))).toBe(MS);
      expect(readExtendedRequestTime(btoa(text).replaceAll("=", ""))).toBe(MS);
    },
  );

  it.each([
    `1:eu-west-1:T:${MS}:R:x`,
    `1:eu-west-1:SS:${MS}:R:x`,
    `1:eu-west-1::${MS}:R:x`,
    `1:eu-west-1:S:17828645003:R:x`,
    `1:eu-west-1:S:${MS}`,
    `1:eu-west-1:S:178286450032x:R:x`,
    "",
    "S",
  ])("finds no time in %s", (text) => expect(readExtendedRequestTime(btoa(text))).toBeNull());

  it("finds no time in what is no base64, or far too long", () => {
    expect(readExtendedRequestTime(`*${btoa(`1:r:S:${MS}:R:x`)}`)).toBeNull();
    expect(readExtendedRequestTime("~~~~")).toBeNull();
    expect(readExtendedRequestTime("@@@@")).toBeNull();
    expect(readExtendedRequestTime(btoa(`1:${"r".repeat(200)}:S:${MS}:R:x`))).toBeNull();
  });
});
