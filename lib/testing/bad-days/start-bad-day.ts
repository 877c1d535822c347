import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type {
  ConnectionNote,
  SourceKind,
  StoredCoverage,
} from "@/lib/domain/summarize/coverage/coverage-report";
import { subtractRanges } from "@/lib/domain/time/subtract-ranges";
import type { TimeRange } from "@/lib/domain/time/time-range";
import type { LookupsOnDemand } from "@/lib/ports/chain-lookups";
import type { Clock } from "@/lib/ports/clock";
import type { EventStore } from "@/lib/ports/event-store";
import type { FaultPlan } from "@/lib/sandbox/faults/fault-plan";
import { type Sandbox, type SandboxOptions, startSandbox } from "@/lib/sandbox/start-sandbox";
import { openEventStore } from "@/lib/store/duckdb/open-event-store";
import { awaitedStore } from "../awaited-store";
import { asWaiting } from "../open-work";
import { createWaitingClock } from "../waiting-clock";
import { type Compared, compareWithTruth, type Deviation } from "./compare-with-truth";
import { type Reading, type ReadingWish, startReading } from "./start-reading";

const STEP_MS = 5 * 60_000;
const MOST_STEPS = 576;

export const START = Date.UTC(2026, 10, 18, 12);

/** What attempts are made of; the other sources are read in the same way. */
export const OF_ATTEMPTS: readonly SourceKind[] = ["authenticator-log", "cloudtrail"];

export interface BadDayOptions extends ReadingWish {
  readonly faults?: FaultPlan;
  readonly knobs?: SandboxOptions["knobs"];
  /** The sandbox's. */
  readonly scale?: number;
  /** Absent = START. */
  readonly startMs?: number;
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
  /** Lets time pass until every source has read the whole range; at most two days. */
  complete(range: TimeRange): Promise<void>;
  /** As `kill -9` does it: nothing more is stored, and what was half done is lost. Then `read` begins anew. */
  kill(): Promise<void>;
  coverage(): Promise<readonly StoredCoverage[]>;
  /** What cannot be reached just now, before there is a source. */
  notes(): readonly ConnectionNote[];
  /** Look-ups for single attempts, since `read`. */
  lookups(): LookupsOnDemand;
  /** How what is stored differs from what really happened. */
  deviation(compared: Compared): Promise<Deviation>;
  end(): Promise<void>;
}

export async function startBadDay(options: BadDayOptions): Promise<BadDay> {
  const { faults = {}, knobs = {}, scale = 1, startMs = START } = options;
  const clock = createWaitingClock(startMs);
  const sandbox = await startSandbox({
    now: clock.now,
    sleep: (ms) => asWaiting(clock.sleep(ms)),
    faults,
    knobs,
    scale,
  });
  Object.assign(process.env, sandbox.env, { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" });
  const folder = await mkdtemp(join(tmpdir(), "gatebook-bad-day-"));
  const open = async () => watched(await openEventStore({ path: join(folder, "events.duckdb"), threads: 1 }));
  let held = await open();
  let reading: Reading | null = null;
  const day: BadDay = {
    clock,
    sandbox,
    store: () => held.store,
    async read() {
      reading = startReading(held.store, clock, options);
      await reading.caughtUp();
    },
    pass: (ms) => clock.sleep(ms),
    async complete(range) {
      for (let steps = 0; steps < MOST_STEPS; steps++) {
        const sources = await held.store.coverage();
        if (sources.length > 0 && sources.every(({ read }) => subtractRanges(range, read).length === 0))
          return;
        await clock.sleep(STEP_MS);
      }
    },
    async kill() {
      held.kill();
      await reading?.stop().catch(() => undefined);
      reading = null;
      await held.close();
      held = await open();
    },
    coverage: () => held.store.coverage(),
    notes: () => reading?.notes() ?? [],
    lookups() {
      if (reading === null) throw new Error("nothing is being read");
      return reading.lookups;
    },
    deviation: (compared) => compareWithTruth({ store: held.store, world: sandbox.world }, compared),
    async end() {
      await reading?.stop();
      await held.close();
      await sandbox.close();
      await rm(folder, { recursive: true });
      if (reading !== null && reading.failures.length > 0) throw reading.failures[0];
    },
  };
  return day;
}

/** A store whose work the clock waits for, and that can be cut off. */
function watched(store: EventStore) {
  let isDead = false;
  return {
    store: awaitedStore(store, () => isDead),
    kill: () => {
      isDead = true;
    },
    close: () => store.close(),
  };
}
