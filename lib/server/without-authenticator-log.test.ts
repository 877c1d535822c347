import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Attempt } from "@/lib/domain/correlate/attempt";
import { isRebuilt } from "@/lib/domain/correlate/rebuilt";
import type { StoredCoverage } from "@/lib/domain/summarize/coverage-report";
import type { EventStore } from "@/lib/ports/event-store";
import { type Sandbox, startSandbox } from "@/lib/sandbox/start-sandbox";
import { openEventStore } from "@/lib/store/duckdb/open-event-store";
import { createWaitingClock } from "@/lib/testing/waiting-clock";
import { planFromOptions } from "./aws-plan";
import { readAws } from "./engine/read-aws";

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 17, 9);
const DAYS = 2;
/** On this Monday somebody switched the logs of both clusters on for two hours. */
const ON = { from: Date.UTC(2026, 10, 16, 8), to: Date.UTC(2026, 10, 16, 10) };
const QUARTER = HOUR / 4;
const ALL = {
  decision: [],
  class: [],
  cluster: [],
  username: [],
  group: [],
  role: [],
  session: [],
  account: [],
};

/** `catalog-dev` logs audit and no authenticator, `catalog-staging` nothing at all. */
describe("clusters whose authenticator log is off, read over the wire", () => {
  let folder: string;
  let store: EventStore;
  let sandbox: Sandbox;
  let rows: readonly Attempt[];
  let coverage: readonly StoredCoverage[];

  beforeAll(async () => {
    const clock = createWaitingClock(NOW);
    sandbox = await startSandbox({ now: clock.now, sleep: clock.sleep, scale: 7 });
    Object.assign(process.env, sandbox.env, { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" });
    folder = await mkdtemp(join(tmpdir(), "gatebook-quiet-"));
    store = await openEventStore({ path: join(folder, "events.duckdb") });
    const failures: unknown[] = [];
    const clusters = ["catalog-dev", "catalog-staging"];
    const plan = { ...planFromOptions({ clusters, region: null, profile: null }), lookbackDays: DAYS };
    const reading = await readAws(plan, { store, clock, onFailure: (error) => failures.push(error) });
    await reading.firstLook;
    // The audit log is found when the authenticator's shows nothing.
    await reading.ingest.caughtUp();
    await reading.ingest.caughtUp();
    await reading.stop();
    expect(failures).toEqual([]);
    const filter = { ...ALL, range: { from: 0, to: NOW }, text: "", noise: "show" } as const;
    rows = (await store.search({ filter, cursor: null, limit: 500 })).rows;
    coverage = await store.coverage();
  }, 240_000);
  afterAll(async () => {
    await sandbox.close();
    await store.close();
    await rm(folder, { recursive: true });
  });

  it("says since when they are off, and by whom", () => {
    const off = coverage.filter(({ problem }) => problem?.code === "log-type-off");
    expect(off.map(({ cluster }) => cluster).sort()).toEqual(["catalog-dev", "catalog-staging"]);
    for (const { problem } of off)
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
    const { sessions, total } = await store.unclaimedTokens({ from: NOW - 24 * HOUR, to: NOW - HOUR }, 500);
    const real = sandbox.world.truth({ from: NOW - 24 * HOUR, to: NOW - HOUR });
    expect(total).toBe(sessions.length);
    const arns = new Set(sessions.map(({ arn }) => arn));
    const atSilent = real.filter(
      ({ cluster, stsTrail }) => cluster === "catalog-staging" && stsTrail?.accountId === "111122223333",
    );
    expect(atSilent.length).toBeGreaterThan(0);
    expect(atSilent.filter(({ callerArn }) => !arns.has(callerArn))).toEqual([]);
  });
});

function isWithin({ from, to }: { from: number; to: number }, timeMs: number): boolean {
  return timeMs >= from && timeMs < to;
}

/** Hidden identities and nodes are not told by an audit log's IAM callers. */
function isIamCaller(username: string | null): boolean {
  return username !== null && !username.startsWith("system:node:") && !username.startsWith("eks:");
}
