import { describe, expect, test } from "vitest";
import type { RawPage } from "@/lib/domain/summarize/raw-search";
import { EMPTY_VIEW } from "@/lib/search-params/attempts/attempt-view";
import { otherFilters, toLastDay } from "./raw-scope";
import { describeFound, describeScanned, sumScanned } from "./raw-words";

const START = Date.UTC(2026, 10, 23);
const HOUR = 3_600_000;

function page(from: number, complete: boolean, unreadable = 0): RawPage {
  const scanned = { records: 2_000, bytes: 700_000, from, to: START + 24 * HOUR, complete, unreadable };
  return { rows: [], next: complete ? null : "cursor", scanned };
}

describe("what was searched, in words", () => {
  test("pages are summed up, from the newest to the oldest", () => {
    expect(sumScanned([])).toBeNull();
    const scanned = sumScanned([page(START + 9 * HOUR, false), page(START, true, 3)]);
    expect(scanned).toMatchObject({ records: 4_000, unreadable: 3, from: START, complete: true });
    if (scanned === null) throw new Error("there are pages");
    expect(describeScanned(scanned)).toBe(
      "Went through 4,000 records (1.4 MB) for 23 Nov 00:00:00 to 24 Nov 00:00:00 UTC. 3 of them could not be read: their file is missing or damaged.",
    );
    expect(describeFound(1, scanned)).toBe("1 line.");
    expect(describeFound(0, scanned)).toBe("No line holds it.");
  });

  test("a full page does not claim to be all", () => {
    const scanned = sumScanned([page(START + HOUR, false)]);
    if (scanned === null) throw new Error("there is a page");
    expect(describeFound(100, scanned)).toBe("The newest 100 lines; older ones may follow.");
  });
});

describe("what a view asks of raw lines", () => {
  test("filters that they do not know are named", () => {
    expect(otherFilters({ ...EMPTY_VIEW, cluster: ["prod"] })).toBe("");
    expect(otherFilters({ ...EMPTY_VIEW, decision: ["denied"], group: ["ops"] })).toBe(
      "Decision, Kubernetes group",
    );
  });

  test("a long time is narrowed to its last day", () => {
    const to = START + 9 * 24 * HOUR;
    expect(toLastDay({ ...EMPTY_VIEW, from: START, to })).toMatchObject({ from: to - 24 * HOUR, to });
    expect(toLastDay({ ...EMPTY_VIEW, range: "7d" })).toEqual(EMPTY_VIEW);
  });
});
