import { afterEach, describe, expect, it } from "vitest";
import { sized } from "../full-size";
import { NO_DEVIATION } from "./compare-with-truth";
import { linesOf } from "./lines-of";
import { pollNaively } from "./naive-poller";
import { type BadDay, type BadDayOptions, OF_ATTEMPTS, START, startBadDay } from "./start-bad-day";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const ALL = ["prod", "staging", "devCluster"];

/** Bugs that lost records which came late, or together (facts: security §4.2). Each is shown on the same world. */
describe("records that come when nobody looks any more", { timeout: 120_000 }, () => {
  let day: BadDay;
  const start = async (options: BadDayOptions) => {
    day = await startBadDay({ kinds: OF_ATTEMPTS, ...options });
    return day;
  };
  afterEach(() => day.end());

  const missed = (found: ReadonlySet<string>, range: { from: number; to: number }, clusters = ["prod"]) =>
    linesOf(day, clusters, range).filter((id) => !found.has(id));

  it("B1: late by 1, 5, 20 and 60 minutes and nearly 6 hours; asking from the last poll on loses them", async () => {
    const late = [60, 300, 1200, 3600, 21_300].map((byS) => ({ of: "lines" as const, share: 0.06, byS }));
    const faults = { late: [...late, { of: "events" as const, share: 0.1, byS: 3600 }] };
    await start({ clusters: ["prod"], lookbackMs: 2 * HOUR, pollMs: 10 * MINUTE, faults });
    await day.read();
    const polling = {
      clusters: ["prod"],
      fromMs: START - 2 * HOUR,
      untilMs: START + 7 * HOUR,
      everyMs: 10 * MINUTE,
    };
    const naive = pollNaively(day, polling, { next: "poll-start" });
    await day.pass(7.5 * HOUR);
    const range = { from: START - 2 * HOUR + MINUTE, to: START + HOUR };
    expect(missed(await naive, range).length).toBeGreaterThan(5);
    expect(await day.deviation({ range, clusters: ["prod"] })).toEqual(NO_DEVIATION);
  });

  it("B2: written during a long first scan of three groups; going on from its end loses them", async () => {
    await start({
      lookbackMs: sized(4, 8) * HOUR,
      pollMs: 5 * MINUTE,
      knobs: { latencyMs: 90_000, emptyPages: 1 },
    });
    const polling = {
      clusters: ALL,
      fromMs: START - sized(3, 6) * HOUR,
      untilMs: START + HOUR,
      everyMs: 5 * MINUTE,
    };
    const naive = pollNaively(day, polling, { next: "poll-end" });
    await day.read();
    await day.pass(2 * HOUR);
    const range = { from: START - sized(3, 6) * HOUR + MINUTE, to: START + HOUR };
    await day.complete({ ...range, to: range.to + 15 * MINUTE });
    expect(missed(await naive, range, ALL).length).toBeGreaterThan(0);
    expect(await day.deviation({ range })).toEqual(NO_DEVIATION);
  });

  it("B4: a hundred in one millisecond over three polls; going on after the last event loses them", async () => {
    const bursts = [{ cluster: "prod", atS: 300, count: 100, parts: 3, apartS: 20 }];
    await start({ clusters: ["prod"], lookbackMs: HOUR, faults: { bursts } });
    await day.read();
    const polling = {
      clusters: ["prod"],
      fromMs: START - HOUR,
      untilMs: START + 10 * MINUTE,
      everyMs: 15_000,
    };
    const naive = pollNaively(day, polling, { next: "after-last-event" });
    await day.pass(20 * MINUTE);
    const at = { from: START + 300_000, to: START + 300_001 };
    expect(missed(await naive, at).length).toBe(66);
    expect(linesOf(day, ["prod"], at)).toHaveLength(100);
    const range = { from: START - HOUR + MINUTE, to: START + 10 * MINUTE };
    expect(await day.deviation({ range, clusters: ["prod"] })).toEqual(NO_DEVIATION);
  });

  it("B5: ten thousand (thirty in full size) of the past; asking anew after the last event of a page loses some", async () => {
    const bursts = Array.from({ length: sized(10, 30) }, (_, n) => ({
      ...{ cluster: "prod", atS: -60 - 1200 * n },
      ...{ count: 1000, parts: 1, apartS: 0 },
    }));
    await start({ clusters: ["prod"], lookbackMs: sized(6, 14) * HOUR, faults: { bursts } });
    const polling = {
      clusters: ["prod"],
      fromMs: START - sized(5, 12) * HOUR,
      untilMs: START + MINUTE,
      everyMs: HOUR,
    };
    const naive = await pollNaively(day, polling, { next: "after-last-event", ignoresTokens: true });
    await day.read();
    const range = { from: START - sized(5, 12) * HOUR + MINUTE, to: START - 15 * MINUTE };
    await day.complete(range);
    expect(linesOf(day, ["prod"], range).length).toBeGreaterThan(sized(9_000, 29_000));
    expect(missed(naive, range).length).toBeGreaterThan(100);
    expect(await day.deviation({ range, clusters: ["prod"] })).toEqual(NO_DEVIATION);
  });

  it("B7: a replay of days; beginning at its end loses what came meanwhile", async () => {
    const knobs = { latencyMs: 60_000, emptyPages: 1 };
    await start({ clusters: ["prod"], lookbackMs: sized(2, 7) * DAY + HOUR, pollMs: 15 * MINUTE, knobs });
    const polling = {
      clusters: ["prod"],
      fromMs: START - sized(2, 7) * DAY,
      untilMs: START + HOUR,
      everyMs: 10 * MINUTE,
    };
    const naive = pollNaively(day, polling, { next: "poll-end" });
    await day.read();
    await day.pass(2 * HOUR);
    const range = { from: START - sized(2, 7) * DAY + MINUTE, to: START + HOUR };
    await day.complete({ ...range, to: range.to + 15 * MINUTE });
    expect(missed(await naive, range).length).toBeGreaterThan(0);
    expect(await day.deviation({ range, clusters: ["prod"] })).toEqual(NO_DEVIATION);
  });
});
