import { afterEach, describe, expect, it } from "vitest";
import { kindOf } from "@/lib/domain/correlate/chain/attempt-origin";
import { NO_FACETS } from "@/lib/domain/summarize/attempts/attempt-filter";
import { traceAttempt } from "@/lib/ingest/look-ups/trace-attempt";
import { planFromOptions } from "@/lib/server/aws/aws-plan";
import { type BadDay, START, startBadDay } from "./start-bad-day";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const HOME = "cloudtrail/111122223333/eu-west-1";
const ACCOUNT = "111122223333";

/**
 * An account whose STS events take most of our requests to read: here not for how many they are, but for how few requests
 * are ours.
 */
function planWith(quotaShare: number) {
  return { ...planFromOptions({ region: "eu-west-1", profile: null, clusters: ["prod"] }), quotaShare };
}

describe("the cheaper way to read a place", { timeout: 300_000 }, () => {
  let day: BadDay;
  afterEach(() => day.end());

  const home = async () => (await day.coverage()).find(({ id }) => id === HOME);
  const asked = (fromMs: number) =>
    day.sandbox.requests().flatMap(({ action, region, timeMs, input }) => {
      if (action !== "LookupEvents" || region !== "eu-west-1" || timeMs < fromMs) return [];
      const [, key = "", value = ""] =
        /"AttributeKey":"([^"]+)","AttributeValue":"([^"]+)"/.exec(JSON.stringify(input)) ?? [];
      return [{ key, value }];
    });
  const scans = (fromMs: number) => asked(fromMs).filter(({ value }) => value === "sts.amazonaws.com");
  const attempts = async () => {
    const range = { from: START - 2 * HOUR, to: day.clock.now() };
    const filter = { ...NO_FACETS, range, text: "", noise: "show" as const };
    return (await day.store().search({ filter, cursor: null, limit: 500 })).rows;
  };

  it("is to scan, with our usual share, and the coverage says what was measured", async () => {
    day = await startBadDay({ lookbackMs: 2 * HOUR, plan: planWith(0.5) });
    await day.read();
    await day.pass(15 * MINUTE);
    const { way, problem, state } = (await home()) ?? {};
    expect(way).toMatchObject({ way: "scan" });
    expect(way?.eventsPerH).toBeGreaterThan(0);
    expect([state, problem]).toEqual(["following", null]);
  });

  it("is to look up each new session where that is cheaper: claimed is nothing, told is all", async () => {
    day = await startBadDay({ lookbackMs: 2 * HOUR, plan: planWith(0.016) });
    await day.read();
    await day.pass(2 * HOUR);
    const settled = await home();
    expect(settled?.way?.way).toBe("look-ups");
    expect(settled?.problem?.code).toBe("looked-up-instead");
    expect(settled?.state).toBe("following");
    const sinceMs = settled?.way?.sinceMs ?? 0;
    expect(settled?.read.every(({ to }) => to <= sinceMs)).toBe(true);
    // One page an hour tells how much there would be to scan.
    expect(scans(sinceMs + MINUTE).length).toBeLessThanOrEqual(4);

    const keys = new Set(asked(sinceMs).flatMap(({ key, value }) => (key === "AccessKeyId" ? [value] : [])));
    const rows = await attempts();
    const nodes = rows.filter((row) => row.class === "node" || row.class === "aws");
    expect(nodes.length).toBeGreaterThan(0);
    expect(nodes.filter(({ caller }) => keys.has(caller?.accessKeyId ?? ""))).toEqual([]);
    const since = rows.filter(
      (row) =>
        kindOf(row) === "person" &&
        row.caller?.accountId === ACCOUNT &&
        row.caller.accessKeyId?.startsWith("ASIA") &&
        row.timeMs > sinceMs &&
        row.timeMs < day.clock.now() - 40 * MINUTE,
    );
    expect(since.length).toBeGreaterThan(0);
    const chains = await Promise.all(since.map(({ id }) => traceAttempt(id, day.store())));
    expect(chains.filter((traced) => (traced?.chain?.hops.length ?? 0) === 0)).toEqual([]);

    await day.kill();
    const restartedMs = day.clock.now();
    await day.read();
    await day.pass(5 * MINUTE);
    expect((await home())?.way).toMatchObject({ way: "look-ups", sinceMs });
    expect(scans(restartedMs).length).toBeLessThanOrEqual(2);
    const again = asked(restartedMs).filter(({ key, value }) => key === "AccessKeyId" && keys.has(value));
    expect(again).toEqual([]);
  });
});
