import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Attempt } from "@/lib/domain/correlate/attempt";
import { NO_FACETS } from "@/lib/domain/summarize/attempts/attempt-filter";
import { DAY_MS } from "@/lib/domain/time/durations";
import { traceOrigins } from "@/lib/ingest/trace-origins";
import type { EventStore } from "@/lib/ports/event-store";
import { appendHops } from "@/lib/store/duckdb/chains/write-hops";
import { Database } from "@/lib/store/duckdb/database";
import { migrate } from "@/lib/store/duckdb/migrate";
import { openEventStore } from "@/lib/store/duckdb/open-event-store";
import { SegmentFiles } from "@/lib/store/duckdb/segments/segment-files";
import { RawWriter } from "@/lib/store/duckdb/segments/write-raw";
import { deepAttempt, deepSession, eventsOf } from "./chain-events";
import type { BenchReport } from "./pair-attempts";

export const ALL_CORES = true;
const FEW = 100_000;
const MANY = 1_000_000;
const AT_ONCE = 10_000;
const DAYS = 365;

/**
 * What the background does of a store of a former version, or one that was filled: the origin of every attempt traced
 * over three hops, and kept as rows with the counts of its day. A session an attempt, three events a session, spread
 * over a year; `--sessions N` (a million) against `--few N` (100,000). Cost is CPU, so that it stays comparable on a busy
 * machine; memory is the most that was held.
 */
export async function run(): Promise<BenchReport> {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ options: { sessions: text, few: text } });
  const [few, many] = [Number(values.few ?? FEW), Number(values.sessions ?? MANY)];
  const [first, second] = [await measure(few), await measure(many)];
  return {
    name: "origins",
    unit: "µs CPU an attempt",
    results: [
      { label: `${few} attempts`, value: Math.round(first.cpuUs) },
      { label: `${many} attempts`, value: Math.round(second.cpuUs) },
      { label: `${many} attempts, sessions/s`, value: Math.round(second.perSecond) },
      { label: "most memory held, MiB", value: Math.round(process.resourceUsage().maxRSS / 1_024) },
    ],
    ratios: [{ label: "cost of many against few", value: second.cpuUs / first.cpuUs, aim: "<= 1.3" }],
  };
}

interface Cost {
  readonly cpuUs: number;
  readonly perSecond: number;
}

async function measure(sessions: number): Promise<Cost> {
  const folder = mkdtempSync(join(tmpdir(), "gatebook-bench-origins-"));
  const path = join(folder, "events.duckdb");
  try {
    await fillEvents(path, folder, sessions);
    const store = await openEventStore({ path });
    try {
      await fillAttempts(store, sessions);
      return await trace(store, sessions);
    } finally {
      await store.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const timeOf = (n: number, sessions: number) => Math.floor((n / sessions) * DAYS * DAY_MS);

async function fillEvents(path: string, folder: string, sessions: number): Promise<void> {
  const database = await Database.open(path, { memory_limit: "160MB", temp_directory: join(folder, "tmp") });
  await migrate(database, new RawWriter(new SegmentFiles(join(folder, "raw"))));
  for (let from = 0; from < sessions; from += AT_ONCE) {
    const ns = numbers(from, Math.min(sessions, from + AT_ONCE));
    await database.transaction((writer) =>
      appendHops(
        writer,
        ns.flatMap((n) => eventsOf(n, timeOf(n, sessions))),
      ),
    );
  }
  await database.close();
}

async function fillAttempts(store: EventStore, sessions: number): Promise<void> {
  const start = deepSession(0, 0).usedMs;
  const firstDay = Math.floor(start / DAY_MS) * DAY_MS;
  let n = 0;
  // The last of them are used minutes after the year's end.
  for (let day = 0; day <= DAYS; day++) {
    const range = { from: firstDay + day * DAY_MS, to: firstDay + (day + 1) * DAY_MS };
    const attempts: Attempt[] = [];
    for (; n < sessions; n++) {
      const attempt = deepAttempt(n, timeOf(n, sessions));
      if (attempt.timeMs >= range.to) break;
      attempts.push(attempt);
    }
    const nothing = { from: range.from, to: range.from };
    await store.deriveStretch(range, nothing, () => ({ attempts, unclaimed: [] }));
  }
  await store.checkpoint();
}

async function trace(store: EventStore, sessions: number): Promise<Cost> {
  const before = process.cpuUsage();
  const begun = performance.now();
  const done = await traceOrigins(store);
  const { user, system } = process.cpuUsage(before);
  const ms = performance.now() - begun;
  if (!done) throw new Error("not all sessions were traced");
  await check(store, sessions);
  return { cpuUs: (user + system) / sessions, perSecond: sessions / (ms / 1000) };
}

/** Each of them is a person's, and all thousand persons are there. */
async function check(store: EventStore, sessions: number): Promise<void> {
  const start = deepSession(0, 0).usedMs;
  const range = { from: start - DAY_MS, to: start + (DAYS + 2) * DAY_MS };
  const { facets, totals } = await store.countFacets({ ...NO_FACETS, range, text: "", noise: "show" }, 5);
  const [kind] = facets.class.values;
  if (kind?.value !== "person" || kind.count !== sessions || totals.people !== Math.min(1_000, sessions))
    throw new Error(`not all have their origin: ${JSON.stringify([kind, totals])}`);
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
