import { setMaxListeners } from "node:events";
import { describe, expect, it } from "vitest";
import type { QuotaPlace } from "@/lib/ports/request-budget";
import { createVirtualClock } from "@/lib/testing/virtual-clock";
import { createRequestBudgets, type FailureKind } from "./create-request-budgets";

const NOW = Date.UTC(2026, 10, 20, 12);
const TRAIL: QuotaPlace = { accountId: "111122223333", region: "eu-west-1", api: "cloudtrail:LookupEvents" };
const signal = new AbortController().signal;
setMaxListeners(0, signal);

function setUp({ quotaShare = 0.5, random = (): number => 0.5 } = {}) {
  const clock = createVirtualClock(NOW);
  const classify = (error: unknown) => (error as Error).message as FailureKind;
  const budgets = createRequestBudgets({ clock, quotaShare, classify, random });
  return { clock, budgets, seconds: () => (clock.now() - NOW) / 1000 };
}

/** An AWS of one account, one second deep as the real one, that takes a time to answer. */
function createAws(clock: ReturnType<typeof setUp>["clock"], perSecond: number) {
  let level = perSecond;
  let atMs = clock.now();
  let throttles = 0;
  return {
    throttles: () => throttles,
    async ask() {
      level = Math.min(perSecond, level + ((clock.now() - atMs) / 1000) * perSecond);
      atMs = clock.now();
      if (level < 1) {
        throttles += 1;
        throw new Error("throttled");
      }
      level -= 1;
      await clock.sleep(80);
    },
  };
}

async function sendMany(count: number, send: () => Promise<unknown>): Promise<void> {
  for (let i = 0; i < count; i++) await send();
}

describe("request budgets", () => {
  it("share one account's quota between all who read there, and use our share of it", async () => {
    const { clock, budgets, seconds } = setUp();
    const aws = createAws(clock, 2);
    const reading = () => sendMany(60, () => budgets.at(TRAIL).send(() => aws.ask(), { signal }));
    await Promise.all(Array.from({ length: 10 }, reading));
    expect(aws.throttles()).toBe(0);
    // 600 requests at one a second, the first two at once.
    expect(seconds()).toBeGreaterThanOrEqual(598);
    expect(seconds()).toBeLessThan(600);
  });

  it("do not let one place wait for another", async () => {
    const { clock, budgets, seconds } = setUp();
    const places = ["111122223333", "444455556666", "777788889999"].flatMap((accountId) =>
      ["eu-west-1", "us-east-2"].map((region) => ({ ...TRAIL, accountId, region })),
    );
    const budgetOf = (place: QuotaPlace) => budgets.at({ ...place });
    await Promise.all(
      places.map((place) => {
        const aws = createAws(clock, 2);
        return sendMany(100, () => budgetOf(place).send(() => aws.ask(), { signal }));
      }),
    );
    expect(seconds()).toBeLessThan(100);
  });

  it("come within a tenth of what the quota allows, at the whole of it", async () => {
    const { clock, budgets, seconds } = setUp({ quotaShare: 1 });
    const place: QuotaPlace = { ...TRAIL, api: "logs:FilterLogEvents" };
    const aws = createAws(clock, 10);
    const reading = () => sendMany(100, () => budgets.at(place).send(() => aws.ask(), { signal }));
    await Promise.all(Array.from({ length: 10 }, reading));
    expect(seconds()).toBeLessThan(110);
  });

  it("know the Regions whose quota is smaller", async () => {
    const { budgets, seconds } = setUp();
    const frankfurt = budgets.at({ ...TRAIL, api: "logs:FilterLogEvents", region: "eu-central-1" });
    await Promise.all(Array.from({ length: 100 }, () => frankfurt.send(async () => undefined, { signal })));
    expect(seconds()).toBeCloseTo((100 - 2.5) / 2.5, 1);
  });

  it("let those go first whom somebody waits for", async () => {
    const { budgets } = setUp();
    const budget = budgets.at(TRAIL);
    const order: string[] = [];
    const send = (name: string, urgency: "interactive" | "background") =>
      budget.send(async () => order.push(name), { signal, urgency });
    await Promise.all([
      ...["a", "b", "c", "d"].map((name) => send(name, "background")),
      send("now", "interactive"),
    ]);
    expect(order).toEqual(["a", "b", "now", "c", "d"]);
  });

  it("let spare ones wait for the others, but for one turn in five", async () => {
    const { budgets } = setUp();
    const budget = budgets.at(TRAIL);
    const order: string[] = [];
    const send = (name: string, urgency: "background" | "spare") =>
      budget.send(async () => order.push(name), { signal, urgency });
    await Promise.all([
      ...["s1", "s2", "s3"].map((name) => send(name, "spare")),
      ...["a", "b", "c", "d", "e"].map((name) => send(name, "background")),
    ]);
    expect(order.filter((name) => !name.startsWith("s"))).toEqual(["a", "b", "c", "d", "e"]);
    const spare = order.flatMap((name, i) => (name.startsWith("s") ? [i] : []));
    expect(order.filter((name) => name.startsWith("s"))).toEqual(["s1", "s2", "s3"]);
    // The first two find nobody else waiting and the quota unused; the next has the fifth turn after them.
    expect(spare).toEqual([0, 1, 6]);
  });

  it("give way when others use the quota, and come back when they are gone", async () => {
    const { clock, budgets, seconds } = setUp({ quotaShare: 1 });
    const budget = budgets.at(TRAIL);
    const aws = createAws(clock, 2);
    const others = new AbortController();
    const crowd = (async () => {
      while (!others.signal.aborted) {
        await aws.ask().catch(() => undefined);
        await clock.sleep(550);
      }
    })();
    await sendMany(100, () => budget.send(() => aws.ask(), { signal }));
    expect(budget.isSlowed()).toBe(true);
    expect(seconds()).toBeGreaterThan(100);
    others.abort();
    await crowd;
    await clock.sleep(120_000);
    expect(budget.isSlowed()).toBe(false);
    const before = seconds();
    await sendMany(100, () => budget.send(() => aws.ask(), { signal }));
    expect(seconds() - before).toBeLessThan(52);
  });

  it("go down to a request in ten seconds, and lose none, while AWS throttles everything", async () => {
    const { clock, budgets, seconds } = setUp({ random: () => 0 });
    const budget = budgets.at(TRAIL);
    const times: number[] = [];
    const answer = await budget.send(
      async () => {
        times.push(clock.now());
        if (times.length < 12) throw new Error("throttled");
        return "at last";
      },
      { signal },
    );
    expect(answer).toBe("at last");
    const gaps = times.map((time, i) => time - (times[i - 1] ?? NOW));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(10_000);
    expect(gaps.at(-1)).toBeGreaterThan(3_000);
    expect(budget.isSlowed()).toBe(true);
    expect(seconds()).toBeGreaterThan(30);
  });

  it("try a passing failure again, and hand over one that lasts", async () => {
    const { budgets } = setUp();
    let asked = 0;
    const failing = (message: string) => async () => {
      asked += 1;
      throw new Error(message);
    };
    await expect(budgets.at(TRAIL).send(failing("passing"), { signal })).rejects.toThrow("passing");
    expect(asked).toBe(3);
    await expect(budgets.at(TRAIL).send(failing("lasting"), { signal })).rejects.toThrow("lasting");
    expect(asked).toBe(4);
    await expect(budgets.at(TRAIL).send(failing("throttled"), { signal })).rejects.toThrow("throttled");
  });

  it("give the turn of one that gives up to the next", async () => {
    const { budgets, seconds } = setUp();
    const budget = budgets.at(TRAIL);
    const abort = new AbortController();
    const send = (by: AbortSignal) => budget.send(async () => seconds(), { signal: by });
    const [, , third, fourth] = [signal, signal, abort.signal, signal].map(send);
    abort.abort(new Error("gone"));
    await expect(third).rejects.toThrow("gone");
    expect(await fourth).toBeCloseTo(1, 1);
    await expect(send(abort.signal)).rejects.toThrow("gone");
  });
});
