import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StoredCoverage } from "@/lib/domain/summarize/coverage-report";
import { createIngest, type Ingest } from "@/lib/ingest/create-ingest";
import type { Clock } from "@/lib/ports/clock";
import type { EventSource } from "@/lib/ports/event-source";
import type { EventStore } from "@/lib/ports/event-store";
import type { FaultPlan } from "@/lib/sandbox/faults/fault-plan";
import { type Sandbox, type SandboxOptions, startSandbox } from "@/lib/sandbox/start-sandbox";
import { openEventStore } from "@/lib/store/duckdb/open-event-store";
import { asWaiting, asWork } from "../open-work";
import { createWaitingClock } from "../waiting-clock";
import { type Compared, compareWithTruth, type Deviation } from "./compare-with-truth";
import { connectSources } from "./connect-sources";

export const START = Date.UTC(2026, 10, 18, 12);

export interface BadDayOptions {
  readonly faults?: FaultPlan;
  readonly knobs?: SandboxOptions["knobs"];
  /** Absent = all there are. */
  readonly clusters?: readonly string[];
  readonly lookbackMs: number;
  /** From one poll of a source to the next; absent = as the product does it. */
  readonly pollMs?: number;
}

/** The whole way from the sandbox's wire to a store on disk, on a clock that jumps, with what goes wrong by plan. */
export interface BadDay {
  readonly clock: Clock;
  readonly sandbox: Sandbox;
  store(): EventStore;
  /** Finds the sources and begins to read. Resolves when each was read, or could not be read, once. */
  read(): Promise<void>;
  /** Lets time pass while the reading goes on. */
  pass(ms: number): Promise<void>;
  /** As `kill -9` does it: nothing more is stored, and what was half done is lost. Then `read` begins anew. */
  kill(): Promise<void>;
  coverage(): Promise<readonly StoredCoverage[]>;
  /** How what is stored differs from what really happened. */
  deviation(compared: Compared): Promise<Deviation>;
  end(): Promise<void>;
}

export async function startBadDay(options: BadDayOptions): Promise<BadDay> {
  const clock = createWaitingClock(START);
  const { faults = {}, knobs = {} } = options;
  const sandbox = await startSandbox({
    now: clock.now,
    sleep: (ms) => asWaiting(clock.sleep(ms)),
    faults,
    knobs,
  });
  Object.assign(process.env, sandbox.env, { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" });
  const folder = await mkdtemp(join(tmpdir(), "gatebook-bad-day-"));
  const open = async () => watched(await openEventStore({ path: join(folder, "events.duckdb") }));
  let held = await open();
  let ingest: Ingest | null = null;
  const failures: unknown[] = [];
  const day: BadDay = {
    clock,
    sandbox,
    store: () => held.store,
    async read() {
      const sources = (await connectSources(options.clusters ?? [], clock)).map(pollEvery(options.pollMs));
      const { lookbackMs } = options;
      const onFailure = (error: unknown) => failures.push(error);
      ingest = createIngest({ store: held.store, sources, clock, lookbackMs, onFailure });
      ingest.start();
      await ingest.caughtUp();
    },
    pass: (ms) => clock.sleep(ms),
    async kill() {
      held.kill();
      await ingest?.stop().catch(() => undefined);
      await held.close();
      failures.length = 0;
      held = await open();
    },
    coverage: () => held.store.coverage(),
    deviation: (compared) => compareWithTruth({ store: held.store, world: sandbox.world }, compared),
    async end() {
      await ingest?.stop();
      await held.close();
      await sandbox.close();
      await rm(folder, { recursive: true });
      if (failures.length > 0) throw failures[0];
    },
  };
  return day;
}

const pollEvery = (pollMs: number | undefined) => (source: EventSource) =>
  pollMs === undefined ? source : { ...source, pollMs };

/** A store whose work the clock waits for, and that can be cut off. */
function watched(store: EventStore) {
  let isDead = false;
  const proxy = new Proxy(store, {
    get(target, name: keyof EventStore) {
      return (...args: unknown[]) => {
        if (isDead) return Promise.reject(new Error("killed"));
        return asWork((target[name] as (...args: unknown[]) => Promise<unknown>)(...args));
      };
    },
  });
  return {
    store: proxy,
    kill: () => {
      isDead = true;
    },
    close: () => store.close(),
  };
}
