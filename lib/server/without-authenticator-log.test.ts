import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Attempt } from "@/lib/domain/correlate/attempt";
import { isRebuilt } from "@/lib/domain/correlate/rebuilt";
import { NO_FACETS } from "@/lib/domain/summarize/attempts/attempt-filter";
import type { StoredCoverage } from "@/lib/domain/summarize/coverage/coverage-report";
import { createDeriver } from "@/lib/ingest/derive-attempts";
import { readRecords } from "@/lib/ingest/read-records";
import { type EventSource, SourceError, type SourcePage } from "@/lib/ports/event-source";
import type { EventStore } from "@/lib/ports/event-store";
import { type Sandbox, startSandbox } from "@/lib/sandbox/start-sandbox";
import { openEventStore } from "@/lib/store/duckdb/open-event-store";
import { createVirtualClock } from "@/lib/testing/virtual-clock";
import { settleRegions } from "./aws/aws-default-region";
import { planFromOptions } from "./aws/aws-plan";
import { connectAws } from "./aws/connect-aws";

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 17, 9);
const DAYS = 2;
/** On this Monday somebody switched the logs of both clusters on for two hours. */
const ON = { from: Date.UTC(2026, 10, 16, 8), to: Date.UTC(2026, 10, 16, 10) };
const QUARTER = HOUR / 4;

/** `catalog-dev` logs audit and no authenticator, `catalog-staging` nothing at all. */
describe("clusters whose authenticator log is off, read over the wire", () => {
  let folder: string;
  let store: EventStore;
  let sandbox: Sandbox;
  let rows: readonly Attempt[];
  let coverage: readonly StoredCoverage[];

  beforeAll(async () => {
    const clock = createVirtualClock(NOW);
    sandbox = await startSandbox({ now: clock.now, sleep: clock.sleep, scale: 7 });
    Object.assign(process.env, sandbox.env, { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" });
    folder = await mkdtemp(join(tmpdir(), "gatebook-quiet-"));
    store = await openEventStore({ path: join(folder, "events.duckdb") });
    const clusters = ["catalog-dev", "catalog-staging"];
    const sources: EventSource[] = [];
    const onFailure = (error: unknown) => {
      throw error;
    };
    const onSource = (source: EventSource) => void sources.push(source);
    const plan = await settleRegions(planFromOptions({ clusters, region: null, profile: null }));
    const connection = connectAws(plan, { clock, onSource, onFailure });
    await connection.firstLook;
    connection.stop();
    // The audit log is found when the authenticator's shows nothing.
    for (const source of sources) {
      await read(store, source, DAYS * 24 * HOUR);
      await read(store, source, QUARTER);
    }
    await createDeriver(store).settled();
    const filter = { ...NO_FACETS, range: { from: 0, to: NOW }, text: "", noise: "show" } as const;
    rows = (await store.search({ filter, cursor: null, limit: 500 })).rows;
    coverage = await store.coverage();
  }, 120_000);
  afterAll(async () => {
    await sandbox.close();
    await store.close();
    await rm(folder, { recursive: true });
  });

  it("says since when they are off, and by whom", () => {
    const off = coverage.filter(({ problem }) => problem?.code === "log-type-off");
    expect(off.map(({ label }) => label).sort()).toEqual([
      "catalog-dev · authenticator log",
      "catalog-staging · authenticator log",
      "catalog-staging · requests in the audit log",
    ]);
    for (const { problem } of off.filter(({ kind }) => kind !== "request-log"))
      expect(problem?.message).toMatch(
        /switched off since 2026-11-16 10:00 UTC \(UpdateClusterConfig by \S+\)/,
      );
  });

  it("rebuilds from the audit log who had got in, nodes apart", () => {
    const rebuilt = rows.filter(isRebuilt);
    const real = sandbox.world
      .truth({ from: NOW - DAYS * 24 * HOUR, to: NOW })
      .filter(({ cluster, decision }) => cluster === "catalog-dev" && decision === "granted");
    expect(rebuilt.length).toBeGreaterThan(5);
    const unproven = rebuilt.filter(
      (row) =>
        !real.some(
          ({ timeMs, username }) =>
            username === row.kubernetes?.username && Math.abs(timeMs - row.timeMs) <= QUARTER,
        ),
    );
    expect(unproven).toEqual([]);
    const missed = real.filter(
      ({ timeMs, username }) =>
        !isWithin(ON, timeMs) &&
        isIamCaller(username) &&
        timeMs < NOW - HOUR &&
        !rebuilt.some(
          (row) => row.kubernetes?.username === username && Math.abs(timeMs - row.timeMs) <= QUARTER,
        ),
    );
    expect(missed.map(({ username, timeMs }) => [username, new Date(timeMs).toISOString()])).toEqual([]);
    expect(rebuilt.filter(({ timeMs }) => isWithin(ON, timeMs))).toEqual([]);
  });

  it("shows whose tokens were presented, where only CloudTrail tells", async () => {
    const { sessions, total } = await store.unclaimedTokens({ from: NOW - 24 * HOUR, to: NOW }, 500);
    const real = sandbox.world.truth({ from: NOW - 24 * HOUR, to: NOW - HOUR });
    expect(total).toBe(sessions.length);
    const arns = new Set(sessions.map(({ arn }) => arn));
    const atSilent = real.filter(
      ({ cluster, logged, stsTrail }) =>
        cluster === "catalog-staging" && !logged && stsTrail?.accountId === "111122223333",
    );
    expect(atSilent.length).toBeGreaterThan(0);
    expect(atSilent.filter(({ callerArn }) => !arns.has(callerArn))).toEqual([]);
  });
});

const signal = new AbortController().signal;

/** Every page of the last `ms`, as the ingest stores it. */
async function read(store: EventStore, source: EventSource, ms: number): Promise<void> {
  const { id, kind } = source.descriptor;
  const range = { from: NOW - ms, to: NOW };
  await store.openSource(source.descriptor, range, "reading");
  let cursor: string | null = null;
  try {
    do {
      const page: SourcePage = await source.read(range, cursor, signal);
      const records = await readRecords(kind, page.records);
      cursor = page.cursor;
      const read = { complete: page.complete, checkpoint: null, startedMs: NOW, readAtMs: NOW, notice: null };
      await store.appendPage({ sourceId: id, records, ...read });
    } while (cursor !== null);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    await store.setSourceState(id, "failed", error.problem);
  }
}

function isWithin({ from, to }: { from: number; to: number }, timeMs: number): boolean {
  return timeMs >= from && timeMs < to;
}

/** Hidden identities and nodes are not told by an audit log's IAM callers. */
function isIamCaller(username: string | null): boolean {
  return username !== null && !username.startsWith("system:node:") && !username.startsWith("eks:");
}
