import { afterEach, describe, expect, it } from "vitest";
import { shakyCalls } from "@/lib/sandbox/faults/named-plans";
import { NO_DEVIATION } from "./compare-with-truth";
import { type BadDay, type BadDayOptions, START, startBadDay } from "./start-bad-day";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** What everybody can read by the end of it, and nothing is cut in two by the look-back. */
const SETTLED = { from: START - 12 * HOUR + MINUTE, to: START - 15 * MINUTE };

describe("what goes wrong with single calls", { timeout: 120_000 }, () => {
  let day: BadDay;
  const start = async (options: Partial<BadDayOptions>) => {
    day = await startBadDay({ lookbackMs: 12 * HOUR, pollMs: 2 * MINUTE, ...options });
  };
  afterEach(() => day.end());

  it.each([0.3, 0.6])("%d of the calls throttled, failed or cut: everything is read, once", async (share) => {
    await start({
      faults: {
        calls: shakyCalls(share).map((fault) => ({ ...fault, actions: ["logs:*", "cloudtrail:*"] })),
      },
    });
    await day.read();
    await day.pass(HOUR);
    expect(await day.deviation({ range: SETTLED })).toEqual(NO_DEVIATION);
  });
});
