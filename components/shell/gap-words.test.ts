import { expect, test } from "vitest";
import type { HistogramGap } from "@/lib/domain/summarize/attempts/attempt-counts";
import { describeGaps, gapsWithin } from "./gap-words";

const gap = (kind: HistogramGap["kind"], cluster: string | null, from = 0, to = 10): HistogramGap => ({
  kind,
  cluster,
  from,
  to,
});

test("gaps are told by kind, each cluster once", () => {
  const gaps = [
    gap("refused", "prod"),
    gap("silent", "dev"),
    gap("refused", "staging"),
    gap("refused", "prod", 20, 30),
  ];
  expect(describeGaps(gaps)).toBe("not read: refused by AWS: prod, staging; the log is silent: dev");
});

test("a hundred clusters do not fill the page", () => {
  const gaps = Array.from({ length: 100 }, (_, i) => gap("unread", `c${i}`));
  expect(describeGaps(gaps)).toBe("not read yet: c0, c1, c2 and 97 more");
});

test("without any log there is no name to tell", () => {
  expect(describeGaps([gap("not-asked", null)])).toBe("not read");
  expect(describeGaps([])).toBe("");
});

test("a gap belongs to the buckets it touches, not to those it ends at", () => {
  const gaps = [gap("unread", "prod", 10, 20)];
  expect(gapsWithin(gaps, { from: 0, to: 10 })).toEqual([]);
  expect(gapsWithin(gaps, { from: 19, to: 29 })).toEqual(gaps);
  expect(gapsWithin(gaps, { from: 20, to: 30 })).toEqual([]);
});

test("a cluster's name that an address made up turns no letters around", () => {
  expect(describeGaps([gap("not-asked", "a\u202eb")])).toBe("not read: a<U+202E>b");
});
