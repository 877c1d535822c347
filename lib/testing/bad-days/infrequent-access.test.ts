import { describe, expect, it } from "vitest";
import type { Attempt } from "@/lib/domain/correlate/attempt";
import type { FaultPlan } from "@/lib/sandbox/faults/fault-plan";
import { shakyCalls } from "@/lib/sandbox/faults/named-plans";
import { NO_DEVIATION, readAttempts } from "./compare-with-truth";
import { linesOf } from "./lines-of";
import { OF_ATTEMPTS, START, startBadDay } from "./start-bad-day";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const RANGE = { from: START - 4 * HOUR + MINUTE, to: START + HOUR / 2 };

/** Rows of a query have no id, so the truth cannot be asked for them: what the other class gives is. */
const withoutLogIds = (attempt: Attempt) => ({
  ...attempt,
  evidence: attempt.evidence.map((one) => (one.source === "authenticator" ? { ...one, eventId: null } : one)),
});

async function readDay(infrequentAccess: readonly string[], faults: FaultPlan) {
  const clusters = ["prod"];
  const day = await startBadDay({
    clusters,
    kinds: OF_ATTEMPTS,
    lookbackMs: 5 * HOUR,
    pollMs: 5 * MINUTE,
    faults,
    knobs: { infrequentAccess },
  });
  try {
    const reading = day.read();
    await day.pass(2 * HOUR);
    await reading;
    await day.complete(RANGE);
    return {
      attempts: (await readAttempts(day.store(), { range: RANGE, clusters })).map(withoutLogIds),
      deviation: await day.deviation({ range: RANGE, clusters }),
      lines: linesOf(day, clusters, RANGE).length,
      asked: new Set(day.sandbox.requests().map(({ action }) => action)),
    };
  } finally {
    await day.end();
  }
}

/** facts: AWS §2.6; security §4.2, B1 and B9. */
describe("a log group in Infrequent Access", { timeout: 240_000 }, () => {
  it("gives the attempts of a standard one, each once, though four of ten calls fail", async () => {
    const late = [60, 300, 1200, 3600].map((byS) => ({ of: "lines" as const, share: 0.05, byS }));
    const bursts = [{ cluster: "prod", atS: -3600, count: 400, parts: 3, apartS: 20 }];
    const faults = { late, bursts, calls: shakyCalls(0.4) };
    const standard = await readDay([], faults);
    const infrequent = await readDay(["prod"], faults);
    expect(standard.deviation).toEqual(NO_DEVIATION);
    expect(standard.lines).toBeGreaterThan(500);
    expect(infrequent.asked).toContain("StartQuery");
    expect(infrequent.attempts.length).toBeGreaterThan(400);
    expect(infrequent.attempts).toEqual(standard.attempts);
  });
});
