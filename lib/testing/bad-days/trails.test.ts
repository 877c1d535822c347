import { afterEach, describe, expect, it } from "vitest";
import { type AwsPlan, planFromOptions } from "@/lib/server/aws/aws-plan";
import { sized } from "../full-size";
import { NO_DEVIATION } from "./compare-with-truth";
import { type BadDay, OF_ATTEMPTS, START, startBadDay } from "./start-bad-day";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const RANGE = { from: START - sized(5, 12) * HOUR, to: START - 15 * MINUTE };
const HOME = "cloudtrail/111122223333/eu-west-1";

const ACCOUNTS = ["111122223333", "444455556666", "777788889999"];

/** `trail` is read with the first account's credentials. */
function plan(trail: string, accounts = ACCOUNTS.slice(0, 1)): AwsPlan {
  const options = planFromOptions({ clusters: [], region: "eu-west-1", profile: null });
  return {
    ...options,
    accounts: options.accounts.flatMap((one) =>
      accounts.map((id, n) => ({
        ...{ ...one, id },
        ...(n === 0
          ? { trails: [{ from: trail, region: "eu-west-1" }] }
          : { roleArn: `arn:aws:iam::${id}:role/gatebook`, externalId: "gatebook-7f3a9c" }),
      })),
    ),
  };
}

describe("trails", { timeout: 240_000 }, () => {
  let day: BadDay;
  afterEach(() => day.end());
  const read = async (options: Parameters<typeof startBadDay>[0]) => {
    day = await startBadDay(options);
    await day.read();
    await day.pass(15 * MINUTE);
  };
  /** The earliest that the event history was asked for, of the account and Region. */
  const askedFrom = () => {
    const asked = day.sandbox
      .requests()
      .filter(({ action, region }) => action === "LookupEvents" && region === "eu-west-1")
      .filter(({ input }) => JSON.stringify(input).includes("sts.amazonaws.com"))
      .map(({ input }) => Number(input.StartTime) * 1000);
    return Math.min(...asked);
  };

  it.each(["s3://example-trail/AWSLogs/", "example-trail-logs"])(
    "%s that was stopped: what happened since comes from the event history",
    async (trail) => {
      const stopped = START - sized(4, 7) * HOUR;
      await read({ plan: plan(trail), lookbackMs: sized(6, 14) * HOUR, knobs: { trailStoppedMs: stopped } });
      expect(await day.deviation({ range: RANGE })).toEqual(NO_DEVIATION);
      expect(askedFrom()).toBeLessThan(stopped);
      // Not the whole look-back: the trail has that.
      expect(askedFrom()).toBeGreaterThan(stopped - 2 * HOUR);
      const history = (await day.coverage()).find(({ id }) => id === HOME);
      expect(history?.asked.from).toBe(askedFrom());
      expect(history).toMatchObject({ progress: 1, problem: null });
    },
  );

  it("that work: the event history is asked for the last hours only", async () => {
    await read({ plan: plan("s3://example-trail/AWSLogs/"), lookbackMs: sized(6, 14) * HOUR });
    expect(await day.deviation({ range: RANGE })).toEqual(NO_DEVIATION);
    expect(askedFrom()).toBeGreaterThanOrEqual(START - 3 * HOUR);
    // Other sources of the Region may have spent the first second's requests.
    expect(askedFrom()).toBeLessThan(START - 3 * HOUR + MINUTE);
  });

  it("an organisation's in a log group: each account of the config is read from it", async () => {
    const wish = { plan: plan("example-trail-logs", ACCOUNTS), kinds: OF_ATTEMPTS };
    await read({ ...wish, lookbackMs: 5 * HOUR, scale: 3 });
    const traced = (await day.coverage()).filter(({ id }) => id.endsWith("/logs/example-trail-logs"));
    expect(traced.map(({ accountId, region }) => `${accountId} ${region}`).sort()).toEqual(
      ACCOUNTS.flatMap((id) => [`${id} eu-west-1`, `${id} us-east-1`]),
    );
    const home = traced.filter(({ region }) => region === "eu-west-1");
    expect(home.every(({ records }) => records > 50)).toBe(true);
    const trails = ACCOUNTS.map((accountId) => ({ accountId, region: "eu-west-1" }));
    const range = { from: START - 4 * HOUR, to: START - 15 * MINUTE };
    expect(await day.deviation({ range, trails })).toEqual(NO_DEVIATION);
    expect(askedFrom()).toBeGreaterThanOrEqual(START - 3 * HOUR);
    // Other sources of the Region may have spent the first second's requests.
    expect(askedFrom()).toBeLessThan(START - 3 * HOUR + MINUTE);
  });
});
