import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readRecords } from "@/lib/ingest/read-records";
import type { EventSource } from "@/lib/ports/event-source";
import { createDeriver } from "@/lib/ingest/derive-attempts";
import type { EventStore } from "@/lib/ports/event-store";
import { type Sandbox, startSandbox } from "@/lib/sandbox/start-sandbox";
import { openEventStore } from "@/lib/store/duckdb/open-event-store";
import { createVirtualClock } from "@/lib/testing/virtual-clock";
import type { AwsPlan, TrailPlan } from "./aws/aws-plan";
import { findAwsSources } from "./aws/find-aws-sources";
import { importPaths } from "./import-paths";

const NOW = Date.UTC(2026, 10, 20, 12);
const HOUR = 3_600_000;
/** Whole hours that everything was delivered of. */
const RANGE = { from: NOW - 4 * HOUR, to: NOW - HOUR };
const TRAILS: readonly TrailPlan[] = [
  { from: "s3://example-trail/AWSLogs/", region: "eu-west-1" },
  { from: "example-trail-logs", region: "eu-west-1" },
];
const never = new AbortController().signal;
const clock = createVirtualClock(NOW);
const into = (store: EventStore) => ({ store, clock, settled: createDeriver(store).settled });

/** One way to the same records. */
type Way = (store: EventStore) => Promise<void>;

/** LookupEvents of the account and Region; trails have it before their own name. */
const EVENTS = "cloudtrail/111122223333/eu-west-1";

describe("the same hours", () => {
  let sandbox: Sandbox;
  let folder: string;
  let store: EventStore;
  beforeAll(async () => {
    sandbox = await startSandbox({ now: clock.now, sleep: async () => undefined });
    folder = await mkdtemp(join(tmpdir(), "gatebook-one-set-"));
  });
  afterAll(async () => {
    await sandbox.close();
    await rm(folder, { recursive: true });
  });
  let n = 0;
  beforeEach(async () => {
    store = await openEventStore({ path: join(folder, `${n++}.duckdb`) });
  });
  afterEach(() => store.close());

  async function find(id: string, trails: readonly TrailPlan[] = []): Promise<EventSource> {
    Object.assign(process.env, sandbox.env, { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" });
    const regions = [{ region: "eu-west-1", clusters: [{ name: "prod", shownAs: null }] }];
    const account = { id: "111122223333", roleArn: null, externalId: null, profile: null, regions, trails };
    const plan: AwsPlan = { accounts: [account], lookbackDays: 14, retentionDays: 90, quotaShare: 0.5 };
    const { sources, notes } = await findAwsSources(plan, clock);
    const found = sources.find(({ descriptor }) => descriptor.id === id);
    if (found === undefined)
      throw new Error(
        `no ${id} among ${sources.map(({ descriptor }) => descriptor.id)}, ${JSON.stringify(notes)}`,
      );
    return found;
  }

  async function readInto(target: EventStore, source: EventSource): Promise<void> {
    const { id, kind } = source.descriptor;
    await target.openSource(source.descriptor, RANGE, "reading");
    let cursor: string | null = null;
    do {
      const page = await source.read(RANGE, cursor, never);
      // Trails tell of sign-ins and the portal, too, which the event history is not asked for.
      const within = page.records.filter(
        ({ timeMs, text }) =>
          timeMs >= RANGE.from &&
          timeMs < RANGE.to &&
          (kind !== "cloudtrail" || text.includes('"eventSource":"sts.amazonaws.com"')),
      );
      const records = await readRecords(kind, within);
      const about = { startedMs: NOW, checkpoint: null, notice: null, readAtMs: NOW };
      await target.appendPage({ sourceId: id, records, complete: page.complete, ...about });
      cursor = page.cursor;
    } while (cursor !== null);
  }

  const byApi: Way = async (target) =>
    readInto(target, await find("authenticator-log/111122223333/eu-west-1/prod"));
  const byQuery: Way = async (target) => {
    const other = await startSandbox({
      now: clock.now,
      sleep: async () => undefined,
      knobs: { infrequentAccess: ["prod"] },
    });
    const own = sandbox;
    sandbox = other;
    try {
      await readInto(target, await find("authenticator-log/111122223333/eu-west-1/prod"));
    } finally {
      sandbox = own;
      await other.close();
    }
  };
  const byFile: Way = async (target) => {
    const lines = sandbox.world
      .lines("prod", { from: RANGE.from, to: RANGE.to - 1 }, NOW)
      .filter(({ stream }) => stream.startsWith("authenticator-"));
    const events = lines.map((line) => ({
      logStreamName: line.stream,
      timestamp: line.timeMs,
      message: `${line.message}\n`,
      eventId: line.eventId,
    }));
    const path = join(folder, "filter-log-events.json");
    await writeFile(path, JSON.stringify({ events }));
    await importPaths(into(target), {
      paths: [path],
      cluster: "prod",
      region: "eu-west-1",
      accountId: null,
    });
  };

  const ways: Readonly<Record<string, Way>> = { byApi, byQuery, byFile };
  it.each([
    ["byApi", "byQuery", "byFile"],
    ["byQuery", "byFile", "byApi"],
    ["byFile", "byApi", "byQuery"],
    ["byQuery", "byApi", "byFile"],
  ])("of an authenticator log are one set: %s, %s, %s", async (...order) => {
    const counts: number[] = [];
    for (const name of order) {
      await ways[name]?.(store);
      const coverage = await store.coverage();
      counts.push(coverage.reduce((sum, { records }) => sum + records, 0));
    }
    const there = sandbox.world
      .lines("prod", { from: RANGE.from, to: RANGE.to - 1 }, NOW)
      .filter(({ stream }) => stream.startsWith("authenticator-"));
    expect(there.length).toBeGreaterThan(30);
    expect(counts).toEqual([there.length, there.length, there.length]);
  });

  it.each([
    [EVENTS, `${EVENTS}/s3/example-trail`, `${EVENTS}/logs/example-trail-logs`],
    [`${EVENTS}/logs/example-trail-logs`, EVENTS, `${EVENTS}/s3/example-trail`],
    [`${EVENTS}/s3/example-trail`, `${EVENTS}/logs/example-trail-logs`, EVENTS],
  ])("of CloudTrail are one set: %s, %s, %s, and a file", async (...order) => {
    const there = sandbox.world
      .events({ accountId: "111122223333", region: "eu-west-1" }, { from: RANGE.from, to: RANGE.to - 1 }, NOW)
      .filter(({ eventSource }) => eventSource === "sts.amazonaws.com");
    const stored = async () => {
      const coverage = await store.coverage();
      return coverage.reduce((sum, { records }) => sum + records, 0);
    };
    const path = join(folder, "trail.json");
    await writeFile(path, JSON.stringify({ Records: there.map(({ json }) => JSON.parse(json)) }));
    for (const id of order) {
      await readInto(store, await find(id, TRAILS));
      expect([id, await stored()]).toEqual([id, there.length]);
    }
    await importPaths(into(store), { paths: [path], cluster: null, region: null, accountId: null });
    expect(await stored()).toBe(there.length);
    expect(there.length).toBeGreaterThan(30);
  });

  it("are not asked of the event history where a trail holds them", async () => {
    const untrailed = await find(EVENTS);
    const trailed = await find(EVENTS, TRAILS);
    expect(NOW - (untrailed.oldestMs(NOW) ?? 0)).toBeGreaterThan(89 * 24 * HOUR);
    expect(NOW - (trailed.oldestMs(NOW) ?? 0)).toBe(3 * HOUR);
  });
});
