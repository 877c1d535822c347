import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SourceCoverage } from "@/lib/domain/summarize/coverage-report";
import { subtractRanges } from "@/lib/domain/time/subtract-ranges";
import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { deliverBadly } from "@/lib/sandbox/faults/deliver-badly";
import { createWorld } from "@/lib/sandbox/world/world";
import { planFromOptions } from "@/lib/server/aws-plan";
import { createClock } from "@/lib/server/clock";
import { eventsFile } from "@/lib/server/data-folder";
import { connectEngine } from "@/lib/server/engine-client";
import { openEventStore } from "@/lib/store/duckdb/open-event-store";
import { compareWithTruth, type Deviation } from "../bad-days/compare-with-truth";
import { Acknowledged } from "./acknowledged";
import { chooseKillPoints, pause, reach } from "./kill-points";
import { type Running, startEngineProcess, startSandboxProcess } from "./processes";
import { soakFaults } from "./soak-faults";

const DAY = 86_400_000;
const SOURCES = [
  ...["prod", "staging", "devCluster"].map(
    (cluster) => `authenticator-log/111122223333/eu-west-1/${cluster}`,
  ),
  ...["eu-west-1", "us-east-1"].map((region) => `cloudtrail/111122223333/${region}`),
];
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
  const settings = { dataDir, sample: true, plan: reading, typed: false };
  const engines = { start: () => startEngineProcess(dist, { ...common, ...sandbox.env }, settings) };
  try {
    const run = await killAndRead(options, { engines, clock, dataDir });
    const range = { from: run.endMs - 13 * DAY, to: run.endMs };
    const world = deliverBadly(createWorld(1), faults, START);
    const store = await openEventStore({ path: eventsFile(dataDir) });
    const deviation = await compareWithTruth({ store, world }, { range });
    const attempts = await store.countAttempts();
    await store.close();
    return { ...run.result, attempts, deviation };
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

async function killAndRead({ seed, kills, settleMs, tell }: SoakOptions, { engines, clock, dataDir }: Place) {
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
  const engine = engines.start();
  await readUntil(endMs, endMs + settleMs, { hear, engine });
  await engine.kill("SIGTERM");
  return { endMs, result: { kills: counts, acknowledged: acknowledged.count, acknowledgedLost: lost } };
}

/** Hears what the engine says of its coverage, again and again, until it is gone. */
async function listen(engine: Running, hear: () => Promise<unknown>): Promise<void> {
  let isGone = false;
  void engine.gone.then(() => {
    isGone = true;
  });
  while (!isGone) {
    await Promise.race([hear().catch(() => undefined), engine.gone]);
    await Promise.race([pause(50), engine.gone]);
  }
}

const PATIENCE_MS = 600_000;

async function readUntil(
  endMs: number,
  settledMs: number,
  { hear, engine }: { hear: () => Promise<readonly SourceCoverage[]>; engine: Running },
): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  const isRead = ({ read }: SourceCoverage) =>
    subtractRanges({ from: endMs - 13 * DAY, to: settledMs }, read).length === 0;
  while (Date.now() < deadline) {
    const sources = await hear();
    if (SOURCES.every((id) => sources.some((source) => source.id === id && isRead(source)))) return;
    await Promise.race([pause(200), engine.gone.then(() => Promise.reject(new Error("the engine ended")))]);
  }
  throw new Error("the engine did not read everything in ten minutes");
}
