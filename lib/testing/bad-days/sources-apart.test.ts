import { afterEach, describe, expect, it } from "vitest";
import { sized } from "../full-size";
import { NO_DEVIATION } from "./compare-with-truth";
import { pollNaively } from "./naive-poller";
import { type BadDay, type BadDayOptions, START, startBadDay } from "./start-bad-day";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ALL = ["prod", "staging", "devCluster"];
const SETTLED = { from: START - sized(5, 12) * HOUR + MINUTE, to: START - 15 * MINUTE };

/** One failing source never holds up the others (facts: security §4.2, B9). */
describe("what is wrong with one of many", { timeout: 120_000 }, () => {
  let day: BadDay;
  const start = async (options: Partial<BadDayOptions>) => {
    day = await startBadDay({ lookbackMs: sized(5, 12) * HOUR, pollMs: 2 * MINUTE, ...options });
  };
  afterEach(() => day.end());
  const once = { clusters: ALL, fromMs: START - sized(5, 12) * HOUR, untilMs: START + MINUTE, everyMs: HOUR };

  it("B9: 30 % of the calls throttled; who throws away what he has has nothing", async () => {
    await start({
      faults: { calls: [{ kind: "throttled", share: 0.3 }] },
    });
    await expect(
      pollNaively(day, { ...once, untilMs: START + HOUR, everyMs: 1000 }, { next: "poll-start" }),
    ).rejects.toThrow("Rate exceeded");
    await day.read();
    await day.complete(SETTLED);
    expect(await day.deviation({ range: SETTLED })).toEqual(NO_DEVIATION);
  });

  it("one whose calls are never answered does not hold up the others", async () => {
    const calls = [{ kind: "silence", about: "/aws/eks/staging/" }] as const;
    await start({ faults: { calls } });
    const reading = day.read();
    await day.pass(2 * MINUTE);
    const clusters = ["prod", "devCluster"];
    expect(await day.deviation({ range: SETTLED, clusters })).toEqual(NO_DEVIATION);
    await reading;
    const [staging] = (await day.coverage()).filter(({ cluster }) => cluster === "staging");
    expect(staging?.problem?.code).toBe("unreachable");
  });
});
