import { afterEach, describe, expect, it } from "vitest";
import { shakyCalls } from "@/lib/sandbox/faults/named-plans";
import { sized } from "../full-size";
import { NO_DEVIATION } from "./compare-with-truth";
import { type BadDay, type BadDayOptions, OF_ATTEMPTS, START, startBadDay } from "./start-bad-day";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** What everybody can read by the end of it, and nothing is cut in two by the look-back. */
const SETTLED = { from: START - sized(3, 7) * HOUR + MINUTE, to: START - 15 * MINUTE };

/** Everything is read in the end, once, and AWS's quotas are left to others (facts: security §5, R2 and R7). */
describe("what goes wrong with single calls", { timeout: 120_000 }, () => {
  let day: BadDay;
  const start = async (options: Partial<BadDayOptions>) => {
    day = await startBadDay({ lookbackMs: sized(4, 8) * HOUR, pollMs: 10 * MINUTE, ...options });
  };
  afterEach(() => day.end());

  /** Most requests to one API and Region within any `seconds`, refused ones too. */
  const busiest = (action: string, region: string, seconds: number): number => {
    const times = day.sandbox
      .requests()
      .filter((note) => note.action === action && note.region === region)
      .map(({ timeMs }) => timeMs);
    return times.reduce((most, from, i) => {
      const within = times.slice(i).findIndex((time) => time >= from + seconds * 1000);
      return Math.max(most, within < 0 ? times.length - i : within);
    }, 0);
  };

  it.each([0.3, 0.6])("%d of all calls throttled, failed or cut: everything is read, once", async (share) => {
    await start({ faults: { calls: shakyCalls(share) } });
    const reading = day.read();
    await day.pass(HOUR);
    await reading;
    await day.complete(SETTLED);
    expect(await day.deviation({ range: SETTLED })).toEqual(NO_DEVIATION);
    // Half of the quotas, and one request more that the bucket may hold.
    expect(busiest("LookupEvents", "eu-west-1", 60)).toBeLessThanOrEqual(61);
    expect(busiest("FilterLogEvents", "eu-west-1", 10)).toBeLessThanOrEqual(55);
  });

  it("an outage of ten minutes in the middle of it", async () => {
    const outage = { kind: "unavailable", fromS: 5, toS: 605 } as const;
    await start({ faults: { calls: [outage] }, lookbackMs: sized(5, 12) * HOUR });
    const reading = day.read();
    await day.pass(10 * MINUTE);
    const failed = (await day.coverage()).filter(({ state }) => state === "failed");
    expect(failed.length).toBeGreaterThan(0);
    await day.pass(20 * MINUTE);
    await reading;
    const range = { from: START - sized(4, 10) * HOUR, to: START - 15 * MINUTE };
    await day.complete(range);
    expect(await day.deviation({ range })).toEqual(NO_DEVIATION);
    expect((await day.coverage()).filter(({ problem }) => problem !== null)).toEqual([]);
  });

  it("credentials that expire every minute, for half an hour", async () => {
    const expired = { kind: "expired-credentials", everyS: 60, lastsS: 20, toS: 1800 } as const;
    const often = { kinds: OF_ATTEMPTS, lookbackMs: sized(4, 10) * HOUR, pollMs: 25_000 };
    await start({ clusters: ["prod"], faults: { calls: [expired] }, ...often });
    const reading = day.read();
    await day.pass(32 * MINUTE);
    await reading;
    const refused = day.sandbox.requests().filter(({ error }) => error === "ExpiredTokenException");
    expect(refused.length).toBeGreaterThan(10);
    const range = { from: START - sized(3, 8) * HOUR, to: START + 15 * MINUTE };
    await day.complete(range);
    expect(await day.deviation({ range, clusters: ["prod"] })).toEqual(NO_DEVIATION);
    expect((await day.coverage()).filter(({ problem }) => problem !== null)).toEqual([]);
  });
});
