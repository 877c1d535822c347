import { describe, expect, it } from "vitest";
import { PaceMeter } from "./pace-meter";

const NOW = Date.UTC(2026, 10, 20, 12);
const HOUR = 3_600_000;
const ASKED = { from: NOW - 100 * HOUR, to: NOW };

/** Reads backwards: an hour of history in so many seconds each. */
function readHours(meter: PaceMeter, hours: number, secondsEach: number, begin = { done: 0, atMs: NOW }) {
  for (let i = 1; i <= hours; i++) {
    const to = NOW - (begin.done + i - 1) * HOUR;
    meter.add({ from: to - HOUR, to }, begin.atMs + i * secondsEach * 1000);
  }
  return { done: begin.done + hours, atMs: begin.atMs + hours * secondsEach * 1000 };
}

describe("pace", () => {
  it("cannot be told at once", () => {
    const meter = new PaceMeter();
    expect(meter.secondsLeft(NOW)).toBeNull();
    meter.begin(ASKED, [], NOW);
    expect(meter.secondsLeft(NOW + 60_000)).toBeNull();
    readHours(meter, 1, 2);
    expect(meter.secondsLeft(NOW + 2_000)).toBeNull();
  });

  it("follows the rate", () => {
    const meter = new PaceMeter();
    meter.begin(ASKED, [], NOW);
    const { atMs } = readHours(meter, 10, 2);
    expect(meter.secondsLeft(atMs)).toBeCloseTo(180);
  });

  it("forgets how fast it went before the last minutes", () => {
    const meter = new PaceMeter();
    meter.begin(ASKED, [], NOW);
    const fast = readHours(meter, 50, 1);
    const slow = readHours(meter, 20, 30, fast);
    expect(meter.secondsLeft(slow.atMs)).toBeCloseTo(30 * 30, 0);
  });

  it("counts what is read already, and ends at nothing", () => {
    const meter = new PaceMeter();
    meter.begin(ASKED, [{ from: NOW - 100 * HOUR, to: NOW - 10 * HOUR }], NOW);
    const { atMs } = readHours(meter, 9, 1);
    expect(meter.secondsLeft(atMs)).toBeCloseTo(1);
    readHours(meter, 1, 1, { done: 9, atMs });
    expect(meter.secondsLeft(atMs + 1_000)).toBe(0);
  });

  it("is not that of the polls", () => {
    const meter = new PaceMeter();
    meter.begin(ASKED, [], NOW);
    meter.addAside({ from: NOW - HOUR, to: NOW + 60_000 });
    expect(meter.secondsLeft(NOW + 60_000)).toBeNull();
    const { atMs } = readHours(meter, 9, 1, { done: 1, atMs: NOW });
    expect(meter.secondsLeft(atMs)).toBeCloseTo(90);
  });
});
