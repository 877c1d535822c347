import { afterEach, describe, expect, it } from "vitest";
import type { CallFaultKind } from "@/lib/sandbox/faults/fault-plan";
import { planFromOptions } from "@/lib/server/aws/aws-plan";
import { NO_DEVIATION } from "./compare-with-truth";
import { type BadDay, START, startBadDay } from "./start-bad-day";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const RANGE = { from: START - HOUR, to: START - 15 * MINUTE };
const TRAIL = { from: "s3://example-trail/AWSLogs/", region: "eu-west-1" };

/** HTTP 200, and no answer of AWS's: a proxy between, or a connection that lost the rest (facts: stack §9). */
describe("answers that are none", { timeout: 240_000 }, () => {
  let day: BadDay;
  afterEach(() => day.end());
  const problems = async () =>
    [...(await day.coverage()), ...day.notes()].flatMap(({ problem }) => (problem === null ? [] : [problem]));

  async function start(kind: CallFaultKind, toS: number, trails = [TRAIL]) {
    const options = planFromOptions({ clusters: ["prod"], region: "eu-west-1", profile: null });
    const plan = { ...options, accounts: options.accounts.map((one) => ({ ...one, trails })) };
    day = await startBadDay({ plan, lookbackMs: 2 * HOUR, faults: { calls: [{ kind, toS }] } });
  }

  it.each(["html", "half", "empty"] as const)(
    "%s, once for every call: asked again, nothing to be told",
    async (kind) => {
      await start(kind, 0.001);
      const reading = day.read();
      await day.pass(10_000);
      expect(await problems()).toEqual([]);
      await reading;
      expect(day.sandbox.requests().filter(({ error }) => error === kind).length).toBeGreaterThan(0);
      await day.complete(RANGE);
      expect(await day.deviation({ range: RANGE, clusters: ["prod"] })).toEqual(NO_DEVIATION);
    },
  );

  it.each(["html", "half", "empty"] as const)(
    "%s for ten minutes: said in words, then everything is read",
    async (kind) => {
      await start(kind, 600);
      void day.read();
      await day.pass(9 * MINUTE);
      const said = await problems();
      expect(said.length).toBeGreaterThan(0);
      for (const problem of said) {
        expect(problem.code).toBe("unreachable");
        expect(problem.message).toContain("what answered is not AWS, or only half of its answer came");
      }
      await day.pass(8 * MINUTE);
      await day.complete(RANGE);
      expect(await day.deviation({ range: RANGE, clusters: ["prod"] })).toEqual(NO_DEVIATION);
      expect(await problems()).toEqual([]);
    },
  );
});
