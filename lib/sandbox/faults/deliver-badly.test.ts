import { expect, test } from "vitest";
import { createWorld } from "../world/world";
import { deliverBadly } from "./deliver-badly";

const NOON = Date.UTC(2026, 10, 18, 12);
const HOUR = 3_600_000;
const RANGE = { from: NOON - 12 * HOUR, to: NOON };
const TRAIL = { accountId: "111122223333", region: "eu-west-1" };
const idsOf = (records: readonly { eventId: string }[]) => records.map(({ eventId }) => eventId).toSorted();

test("part of the records comes later, and all of them come", () => {
  const world = createWorld(1);
  const late = [
    { of: "lines", share: 0.2, byS: 3600 },
    { of: "events", share: 0.2, byS: 7200 },
  ] as const;
  const bad = deliverBadly(world, { late }, NOON);
  const usual = world.lines("prod", RANGE, NOON + HOUR);
  const atFirst = bad.lines("prod", RANGE, NOON);
  expect(atFirst.length).toBeGreaterThan(usual.length * 0.7);
  expect(atFirst.length).toBeLessThan(usual.length);
  expect(idsOf(bad.lines("prod", RANGE, NOON + 2 * HOUR))).toEqual(idsOf(usual));
  const events = world.events(TRAIL, RANGE, NOON + HOUR);
  expect(bad.events(TRAIL, RANGE, NOON).length).toBeLessThan(world.events(TRAIL, RANGE, NOON).length);
  expect(idsOf(bad.events(TRAIL, RANGE, NOON + 4 * HOUR))).toEqual(idsOf(events));
  expect(bad.truth(RANGE)).toEqual(world.truth(RANGE));
});

test("a burst within one millisecond comes in parts, and belongs to the truth", () => {
  const world = createWorld(1);
  const bursts = [{ cluster: "staging", atS: 60, count: 120, parts: 3, apartS: 20 }];
  const bad = deliverBadly(world, { bursts }, NOON);
  const at = NOON + 60_000;
  const readable = (nowMs: number) => bad.lines("staging", { from: at, to: at }, nowMs).length;
  expect([0, 2, 22, 42].map((s) => readable(at + s * 1000))).toEqual([0, 40, 80, 120]);
  const lines = bad.lines("staging", { from: at, to: at }, at + HOUR);
  expect(new Set(lines.map(({ eventId }) => eventId)).size).toBe(120);
  expect(idsOf(bad.truth({ from: at, to: at }).map(({ line }) => line))).toEqual(idsOf(lines));
});
