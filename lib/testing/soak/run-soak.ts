import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TimeRange } from "@/lib/domain/time/time-range";
import { createDeriver } from "@/lib/ingest/derive-attempts";
import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { deliverBadly } from "@/lib/sandbox/faults/deliver-badly";
import { createWorld, type World } from "@/lib/sandbox/world/world";
import { planFromOptions } from "@/lib/server/aws/aws-plan";
import { createClock } from "@/lib/server/clock";
import { eventsFile } from "@/lib/server/data-folder";
import { connectEngine } from "@/lib/server/engine-client";
import { openEventStore } from "@/lib/store/duckdb/open-event-store";
import { compareWithTruth, type Deviation } from "../bad-days/compare-with-truth";
import { Acknowledged } from "./acknowledged";
import { chooseKillPoints, reach } from "./kill-points";
import { listen, readUntil } from "./listen-to-engine";
import { type Running, startEngineProcess, startSandboxProcess } from "./processes";
import { soakFaults } from "./soak-faults";

const DAY = 86_400_000;
const MOST_ROUNDS = 5;
const START = Date.UTC(2026, 10, 18, 12);

export interface SoakOptions {
  /** Folder of the bundles. */
  readonly dist: string;
  readonly seed: number;
  readonly kills: number;
  /** Without the latest records, which take hours to settle. */
  readonly isShort: boolean;
  /** The clock's, against the wall's. */
  readonly speed: number;
  /** How long after the last kill, on the clock, the latest record is readable and read. */
  readonly settleMs: number;
  readonly tell: (line: string) => void;
}

export interface SoakResult {
  readonly kills: Readonly<Record<string, number>>;
  readonly acknowledged: number;
  readonly acknowledgedLost: readonly string[];
  readonly attempts: number;
  readonly deviation: Deviation;
}

/** A sandbox with a bad day, and an engine that is killed again and again; then what it has stored, beside the truth. */
export async function runSoak(options: SoakOptions): Promise<SoakResult> {
  const { dist, seed, speed, isShort } = options;
  const faults = soakFaults(seed, isShort);
  const folder = await mkdtemp(join(tmpdir(), "gatebook-soak-"));
  const clockSetting = `${Date.now()}:${START}:${speed}`;
  const clock = createClock(clockSetting);
  const plan = join(folder, "faults.json");
  await writeFile(plan, JSON.stringify(faults));
  const common = {
    GATEBOOK_CLOCK: clockSetting,
    GATEBOOK_LOG_LEVEL: "error",
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
  };
  const sandbox = await startSandboxProcess(dist, common, ["--faults", plan]);
  const dataDir = join(folder, "data");
  const reading = planFromOptions({ clusters: [], region: "eu-west-1", profile: null });
  const read = { plan: reading, typed: false, directory: null };
  const settings = { dataDir, sample: true, ...read, allowsAnyoneLinks: false };
  const engines = { start: () => startEngineProcess(dist, { ...common, ...sandbox.env }, settings) };
  try {
    const run = await killAndListen(options, { engines, clock, dataDir });
    const world = deliverBadly(createWorld(1), faults, START);
    const range = { from: run.endMs - 13 * DAY, to: run.endMs };
    let stored = await readAndCompare(run, { dataDir, world, range });
    // The sweeps wait for the clock and give way to what was never read: on a slow machine they come later.
    for (let round = 1; round < MOST_ROUNDS && isIncomplete(stored.deviation); round++)
      stored = await readAndCompare(run, { dataDir, world, range });
    return { kills: run.kills, acknowledged: run.acknowledged.count, acknowledgedLost: run.lost, ...stored };
  } finally {
    await sandbox.kill("SIGTERM");
    await rm(folder, { recursive: true });
  }
}

interface Place {
  readonly engines: { start(): Running };
  readonly clock: { now(): number };
  readonly dataDir: string;
}

interface Killed {
  /** When the last engine was killed. */
  readonly endMs: number;
  readonly kills: Readonly<Record<string, number>>;
  readonly acknowledged: Acknowledged;
  /** Of what was acknowledged, in words. */
  readonly lost: readonly string[];
  /** Lets one engine more read for as long as it takes the latest record to settle, and ends it in order. */
  readOn(): Promise<void>;
}

async function killAndListen(options: SoakOptions, { engines, clock, dataDir }: Place): Promise<Killed> {
  const { seed, kills, settleMs, tell } = options;
  const acknowledged = new Acknowledged();
  const lost: string[] = [];
  const counts: Record<string, number> = {};
  const client = connectEngine(dataDir, 10_000);
  const hear = async () => {
    const { sources } = await client.reportCoverage(LOCAL_VIEWER, {});
    lost.push(...acknowledged.compare(sources));
    return sources;
  };
  for (const [n, point] of chooseKillPoints(seed, kills).entries()) {
    const engine = engines.start();
    const listening = listen(engine, hear);
    await reach(point, engine, dataDir);
    await engine.kill("SIGKILL");
    await listening;
    counts[point.after] = (counts[point.after] ?? 0) + 1;
    tell(`kill ${n + 1} of ${kills}: ${point.waitMs} ms after ${point.after}`);
  }
  const endMs = clock.now();
  const readOn = async () => {
    const engine = engines.start();
    await readUntil(endMs, clock.now() + settleMs, { hear, engine });
    await engine.kill("SIGTERM");
  };
  return { endMs, kills: counts, acknowledged, lost, readOn };
}

async function readAndCompare(
  run: Killed,
  { dataDir, world, range }: { readonly dataDir: string; readonly world: World; readonly range: TimeRange },
) {
  await run.readOn();
  const store = await openEventStore({ path: eventsFile(dataDir) });
  // As every start does: what the engine had stored and not derived yet when it was ended.
  await createDeriver(store).settled();
  const deviation = await compareWithTruth({ store, world }, { range });
  const attempts = await store.countAttempts();
  await store.close();
  return { deviation, attempts };
}

const isIncomplete = ({ lostLines, lostEvents }: Deviation) => lostLines.length + lostEvents.length > 0;
