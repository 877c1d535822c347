import { afterEach, describe, expect, it } from "vitest";
import { sized } from "../full-size";
import { NO_DEVIATION } from "./compare-with-truth";
import { linesOf } from "./lines-of";
import { pollNaively } from "./naive-poller";
import { type BadDay, type BadDayOptions, OF_ATTEMPTS, START, startBadDay } from "./start-bad-day";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const SETTLED = { from: START - sized(5, 12) * HOUR + MINUTE, to: START - 15 * MINUTE };
/** Bugs in following pages (facts: security §4.2). */
describe("pages that lead astray", { timeout: 120_000 }, () => {
  let day: BadDay;
  const start = async (options: Partial<BadDayOptions>) => {
    const usual = {
      clusters: ["prod"],
      kinds: OF_ATTEMPTS,
      lookbackMs: sized(6, 14) * HOUR,
      pollMs: 5 * MINUTE,
    };
    day = await startBadDay({ ...usual, ...options });
    return day;
  };
  afterEach(() => day.end());
  const once = {
    clusters: ["prod"],
    fromMs: START - sized(5, 12) * HOUR,
    untilMs: START + MINUTE,
    everyMs: HOUR,
  };
  const missed = (found: ReadonlySet<string>) =>
    linesOf(day, ["prod"], SETTLED).filter((id) => !found.has(id));
  const deviation = () => day.deviation({ range: SETTLED, clusters: ["prod"] });

  it("B3: killed between fetching and storing; who notes his place first loses the page", async () => {
    await start({});
    const naive = await pollNaively(day, once, { next: "poll-start", crashesAtPage: 1 });
    expect(missed(naive).length).toBeGreaterThan(sized(30, 100));
    for (const ms of [0, 700, 1_500, 100, 3_000, 400, 2_000, 5_000]) {
      void day.read().catch(() => undefined);
      await day.pass(ms);
      await day.kill();
    }
    await day.read();
    await day.complete(SETTLED);
    expect(await deviation()).toEqual(NO_DEVIATION);
  });

  it("B6: fifty empty pages before each that is not; who stops at an empty one has nothing", async () => {
    await start({ knobs: { emptyPages: 50 }, lookbackMs: 5 * HOUR });
    const naive = await pollNaively(day, once, { next: "poll-start", stopsOnEmptyPage: true });
    expect(naive.size).toBe(0);
    await day.read();
    const range = { ...SETTLED, from: START - 3 * HOUR };
    await day.complete(range);
    expect(linesOf(day, ["prod"], range).length).toBeGreaterThan(30);
    expect(await day.deviation({ range, clusters: ["prod"] })).toEqual(NO_DEVIATION);
  });

  it("B8: the same token again and again, for a while; who follows it never ends", async () => {
    const faults = { calls: [{ kind: "repeated-page-token", toS: 120 }] } as const;
    await start({ faults, knobs: { emptyPages: 2 } });
    const naive = await pollNaively(day, { ...once, mostRequests: 60 }, { next: "poll-start" });
    expect(naive.size).toBe(0);
    await day.end();
    await start({ faults, knobs: { emptyPages: 2 } });
    await day.read();
    await day.complete(SETTLED);
    expect(await deviation()).toEqual(NO_DEVIATION);
  });

  it("B8: the same token for ever: the source is named, and AWS is not asked without end", async () => {
    const calls = [{ kind: "repeated-page-token", actions: ["logs:FilterLogEvents"] }] as const;
    await start({ faults: { calls }, knobs: { emptyPages: 2 } });
    await day.read();
    await day.pass(30 * MINUTE);
    const [log] = (await day.coverage()).filter(({ kind }) => kind === "authenticator-log");
    expect(log?.problem?.message).toContain("the same page again and again");
    const asked = day.sandbox
      .requests()
      .filter(
        ({ action, input }) =>
          action === "FilterLogEvents" && input.logStreamNamePrefix !== "kube-apiserver-audit-",
      );
    expect(asked.length).toBeLessThan(200);
  });

  it("tokens that expire, pages out of order, records that stand there twice", async () => {
    const calls = [
      { kind: "expired-page-token", share: 0.3 },
      { kind: "shuffled", share: 0.3, actions: ["logs:FilterLogEvents"] },
      { kind: "twice", share: 0.4 },
    ] as const;
    await start({ faults: { calls } });
    await day.read();
    await day.complete(SETTLED);
    expect(await deviation()).toEqual(NO_DEVIATION);
  });
});
