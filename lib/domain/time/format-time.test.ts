import { describe, expect, test } from "vitest";
import {
  formatDate,
  formatDuration,
  formatMinute,
  formatMoment,
  formatSpan,
  formatStamp,
} from "./format-time";

const at = (text: string) => Date.parse(text);

describe("times in words", () => {
  test("are in UTC wherever the test runs", () => {
    expect(formatMoment(at("2026-11-03T04:05:06.7Z"))).toBe("3 Nov 04:05:06");
    expect(formatDate(at("2026-11-03T04:05:06.7Z"))).toBe("2026-11-03");
    expect(formatMinute(at("2026-11-03T04:05:06.7Z"))).toBe("2026-11-03 04:05 UTC");
    expect(formatStamp(at("2026-11-03T04:05:06Z"))).toBe("2026-11-03 04:05:06 UTC");
    expect(formatStamp(at("2026-11-03T04:05:06.070Z"))).toBe("2026-11-03 04:05:06.070 UTC");
  });

  test("a span names its second day only when it is another one", () => {
    expect(formatSpan(at("2026-11-03T04:05Z"), at("2026-11-03T05:00Z"))).toBe("3 Nov 04:05 – 05:00");
    expect(formatSpan(at("2026-11-03T04:05Z"), at("2026-11-04T05:00Z"))).toBe("3 Nov 04:05 – 4 Nov 05:00");
    expect(formatSpan(at("2025-11-03T04:05Z"), at("2026-11-03T05:00Z"))).toBe(
      "3 Nov 2025 04:05 – 3 Nov 05:00",
    );
  });

  test.each([
    [-5, "0 s"],
    [59_000, "59 s"],
    [240_000, "4 min"],
    [3 * 3_600_000, "3 h"],
    [3 * 86_400_000, "3 days"],
  ])("%d ms is %s", (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });
});
