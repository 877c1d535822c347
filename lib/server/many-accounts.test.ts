import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createIngest } from "@/lib/ingest/create-ingest";
import type { ReadingStore } from "@/lib/ports/reading-store";
import { type Sandbox, startSandbox } from "@/lib/sandbox/start-sandbox";
import { createMemoryEventStore, type MemoryEventStore } from "@/lib/testing/memory-event-store";
import { createWaitingClock } from "@/lib/testing/waiting-clock";
import { type AwsPlan, planFromConfig } from "./aws/aws-plan";
import { readConfigText } from "./config-file/read-config-text";
import { connectAws } from "./aws/connect-aws";

const START = Date.UTC(2026, 10, 18, 12);
const HOUR = 3_600_000;
const LOOKBACK_MS = 3 * 24 * HOUR;
const QUOTA_SHARE = 0.5;
const LOOKUPS_PER_S = 2 * QUOTA_SHARE;

const ROLE = (id: string) => `
  - id: "${id}"
    role: arn:aws:iam::${id}:role/gatebook
    externalId: gatebook-7f3a9c
    regions: [eu-west-1, us-east-2]`;
const CONFIG = `
accounts:
  - id: "111122223333"
    regions: [eu-west-1, us-east-2]${ROLE("444455556666")}${ROLE("777788889999")}
quotaShare: ${QUOTA_SHARE}
`;

/** A store for each source, in memory. */
function createStores(): ReadingStore & { readonly of: ReadonlyMap<string, MemoryEventStore> } {
  const stores = new Map<string, MemoryEventStore>();
  const at = (id: string) => {
    const store = stores.get(id) ?? createMemoryEventStore();
    stores.set(id, store);
    return store;
  };
  return {
    ...createMemoryEventStore(),
    of: stores,
    openSource: (descriptor, asked, state) => at(descriptor.id).openSource(descriptor, asked, state),
    appendPage: (page) => at(page.sourceId).appendPage(page),
    setSourceState: (id, state, problem) => at(id).setSourceState(id, state, problem),
  };
}

/** Eighteen clusters in three accounts and two Regions, over the wire, under AWS's quotas, on a clock that jumps. */
describe("an organisation, read by one config file", () => {
  let sandbox: Sandbox;
  let tookS: number;
  let inTheMidst: readonly (number | null)[] = [];
  const stores = createStores();

  beforeAll(async () => {
    const clock = createWaitingClock(START);
    sandbox = await startSandbox({ now: clock.now, sleep: clock.sleep, scale: 6 });
    Object.assign(process.env, sandbox.env, { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" });
    // Told beforehand: what takes the sandbox long on a busy machine is no fault of AWS's.
    sandbox.world.truth({ from: START - LOOKBACK_MS, to: START });
    const failures: unknown[] = [];
    const onFailure = (error: unknown) => failures.push(error);
    const ingest = createIngest({ store: stores, sources: [], clock, lookbackMs: LOOKBACK_MS, onFailure });
    ingest.start();
    const connection = connectAws(planOf(CONFIG), { clock, onSource: ingest.add, onFailure });
    await connection.firstLook;
    await clock.sleep(15_000);
    inTheMidst = [...stores.of.keys()].map((id) => ingest.paceOf(id)?.secondsLeft ?? null);
    await ingest.caughtUp();
    while ([...stores.of.values()].some(({ state }) => state !== "following")) await clock.sleep(1_000);
    tookS = (clock.now() - START) / 1000;
    connection.stop();
    await ingest.stop();
    expect([failures, connection.notes.all()]).toEqual([[], []]);
  }, 120_000);
  afterAll(() => sandbox.close());

  it("has every line of every cluster", () => {
    const truth = sandbox.world.truth({ from: START - LOOKBACK_MS, to: START - 15 * 60_000 });
    const lines = new Map(truth.map(({ line, cluster }) => [line.eventId, cluster]));
    const read = new Set([...stores.of.values()].flatMap(({ ids }) => [...ids]));
    expect(new Set(lines.values()).size).toBe(18);
    expect([...lines.keys()].filter((id) => !read.has(id))).toEqual([]);
  });

  it("reads from every cluster and trail, and no request was throttled", () => {
    expect(stores.of.size).toBe(2 * 18 + 2 * 9 + 6);
    expect(sandbox.requests().filter(({ error }) => error !== null)).toEqual([]);
  });

  it("takes little longer than the quotas ask", () => {
    const lookups = new Map<string, number>();
    for (const { action, accountId, region } of sandbox.requests()) {
      const place = `${accountId}/${region}`;
      if (action === "LookupEvents") lookups.set(place, (lookups.get(place) ?? 0) + 1);
    }
    const longestS = Math.max(...lookups.values()) / LOOKUPS_PER_S;
    expect(longestS).toBeGreaterThan(30);
    expect(tookS).toBeLessThanOrEqual(1.1 * longestS);
  });

  it("could tell how long it would still take", () => {
    const told = inTheMidst.filter((seconds) => seconds !== null);
    // What nothing was read of yet cannot be told of: sign-ins and requests wait for the rest.
    expect(told.length).toBeGreaterThanOrEqual(27);
    expect(Math.max(...told)).toBeGreaterThan(0);
    expect(Math.max(...told)).toBeLessThan(20 * tookS);
  });
});

function planOf(config: string): AwsPlan {
  const reading = readConfigText(config);
  if (!reading.ok) throw new Error(JSON.stringify(reading.mistakes));
  return planFromConfig(reading.config);
}
