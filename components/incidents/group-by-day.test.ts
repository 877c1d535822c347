import { expect, it } from "vitest";
import { zonedFormat } from "@/lib/domain/time/zoned-format";
import { UTC } from "@/lib/domain/time/zone";
import { groupByDay } from "./group-by-day";

const MIDNIGHT = Date.UTC(2026, 11, 31, 24);
const ENTRIES = [MIDNIGHT - 2 * 3_600_000, MIDNIGHT - 1, MIDNIGHT].map((timeMs) => ({ timeMs }));

it("parts entries by the days of the reader's clock, with their year", () => {
  const days = (zone: string) =>
    groupByDay(ENTRIES, zonedFormat(zone)).map(({ day, entries }) => `${day}: ${entries.length}`);
  expect(days(UTC)).toEqual(["31 Dec 2026: 2", "1 Jan 2027: 1"]);
  expect(days("Europe/Berlin")).toEqual(["31 Dec 2026: 1", "1 Jan 2027: 2"]);
  expect(groupByDay([], zonedFormat(UTC))).toEqual([]);
});
