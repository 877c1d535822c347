import { expect, test } from "vitest";
import { zonedFormat } from "@/lib/domain/time/zoned-format";
import { UTC } from "@/lib/domain/time/zone";
import { bucketLabel, bucketWords } from "./bucket-words";

const START = Date.UTC(2026, 10, 25, 10);
const HOUR = 3_600_000;
const format = zonedFormat(UTC);
const gap = { kind: "not-asked", cluster: "prod", from: START, to: START + HOUR } as const;
const say = (granted: number, denied: number, gaps: readonly (typeof gap)[] = []) =>
  bucketLabel(bucketWords({ startMs: START, granted, denied }, { bucketMs: HOUR, gaps }, format));

test("a bar says its time with the zone, and how many were denied and granted", () => {
  expect(say(1200, 3)).toMatch(/^25 Nov 10:00 – 11:00 UTC: 3 denied, 1,200 granted$/);
});

test("where nothing was seen and not all was read, nothing is known: that is not zero", () => {
  expect(say(0, 0)).toContain("0 denied, 0 granted");
  expect(say(0, 0, [gap])).toMatch(/: nothing is known\. .*prod/);
  expect(say(1, 0, [gap])).toMatch(/: 0 denied, 1 granted\. .*prod/);
});

test("below a minute both ends are told to the second", () => {
  const bucket = { startMs: START, granted: 0, denied: 0 };
  const words = bucketWords(bucket, { bucketMs: 30_000, gaps: [] }, format);
  expect(words.span).toMatch(/10:00:00 – 10:00:30 UTC$/);
});
