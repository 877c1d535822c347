import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { HopEvent } from "@/lib/domain/correlate/chain/hop-event";
import type { SessionStart } from "@/lib/domain/correlate/chain/session-start";
import { traceChains } from "@/lib/domain/correlate/chain/trace-chains";
import { findHops } from "@/lib/store/duckdb/chains/find-hops";
import { appendHops } from "@/lib/store/duckdb/chains/write-hops";
import { Database } from "@/lib/store/duckdb/database";
import { migrate } from "@/lib/store/duckdb/migrate";
import { SegmentFiles } from "@/lib/store/duckdb/segments/segment-files";
import { RawWriter } from "@/lib/store/duckdb/segments/write-raw";
import { deepSession, eventsOf } from "./chain-events";
import type { BenchReport } from "./pair-attempts";

export const ALL_CORES = true;
const FEW = 100_000;
const MANY = 1_000_000;
const AT_ONCE = 10_000;
/** What `gatebook chain --all` asks for at once. */
const BATCH = 500;
const BATCHES = 40;
const YEAR_MS = 365 * 86_400_000;

/**
 * Chains of three hops, one session an attempt, three events a session: the store holds 100,000 of them, then a million
 * (`--sessions N`), spread over a year; batches at equal distances of time are traced. Cost is CPU, so that it stays
 * comparable on a busy machine.
 */
export async function run(): Promise<BenchReport> {
  const { values } = parseArgs({ options: { sessions: { type: "string" } } });
  const many = Number(values.sessions ?? MANY);
  const [few, most] = [await measure(FEW), await measure(many)];
  return {
    name: "chains",
    unit: "µs CPU a chain",
    results: [
      { label: `${FEW} sessions`, value: Math.round(few.cpuUs) },
      { label: `${many} sessions`, value: Math.round(most.cpuUs) },
      { label: `${many} sessions, chains/s`, value: Math.round(most.perSecond) },
      { label: "resident memory, MiB", value: Math.round(process.memoryUsage().rss / 1_048_576) },
    ],
    ratios: [{ label: "cost of many against few", value: most.cpuUs / few.cpuUs, aim: "<= 1.3" }],
  };
}

interface Cost {
  readonly cpuUs: number;
  readonly perSecond: number;
}

async function measure(sessions: number): Promise<Cost> {
  const folder = mkdtempSync(join(tmpdir(), "gatebook-bench-chains-"));
  const limits = { memory_limit: "160MB", threads: "2", temp_directory: join(folder, "tmp") };
  const database = await Database.open(join(folder, "events.duckdb"), limits);
  try {
    await migrate(database, new RawWriter(new SegmentFiles(join(folder, "raw"))));
    await fill(database, sessions);
    return await trace(database, sessions);
  } finally {
    await database.close();
    rmSync(folder, { recursive: true });
  }
}

const timeOf = (n: number, sessions: number) => Math.floor((n / sessions) * YEAR_MS);

async function fill(database: Database, sessions: number): Promise<void> {
  for (let from = 0; from < sessions; from += AT_ONCE) {
    const events: HopEvent[] = [];
    for (let n = from; n < Math.min(sessions, from + AT_ONCE); n++)
      events.push(...eventsOf(n, timeOf(n, sessions)));
    await database.transaction((writer) => appendHops(writer, events));
  }
  await database.checkpoint();
}

async function trace(database: Database, sessions: number): Promise<Cost> {
  let [cpu, ms] = [0, 0];
  for (let batch = 0; batch < BATCHES; batch++) {
    const first = Math.floor((batch / BATCHES) * (sessions - BATCH));
    const starts = Array.from(
      { length: BATCH },
      (_, i): SessionStart => deepSession(first + i, timeOf(first + i, sessions)),
    );
    const before = process.cpuUsage();
    const begun = performance.now();
    const chains = await traceChains(starts, (wants) => findHops(database, wants));
    const { user, system } = process.cpuUsage(before);
    [cpu, ms] = [cpu + user + system, ms + performance.now() - begun];
    const wrong = chains.find(({ hops, origin }) => hops.length !== 3 || origin.kind !== "person");
    if (wrong !== undefined) throw new Error(`not a whole chain: ${JSON.stringify(wrong)}`);
  }
  const traced = BATCHES * BATCH;
  return { cpuUs: cpu / traced, perSecond: traced / (ms / 1000) };
}
