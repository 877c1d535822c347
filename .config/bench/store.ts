import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { fillStore } from "@/lib/cli/fill/fill-store";
import type { AttemptFilter } from "@/lib/domain/summarize/attempts/attempt-filter";
import { createInvestigations } from "@/lib/investigations/create-investigations";
import type { EventStore } from "@/lib/ports/event-store";
import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { claimDataFolder, eventsFile } from "@/lib/server/data-folder";
import { openEventStore } from "@/lib/store/duckdb/open-event-store";
import { findNode24 } from "../../.ci/node-24.mjs";
import { BUCKETS, byHandSql } from "./by-hand-sql";
import { openFlatTable, writeFlatRows } from "./flat-table";
import type { BenchReport } from "./pair-attempts";
import { lastDays, storeFilters } from "./store-filters";
import { percentile, type SqliteAnswer, storeReport, type Timed, type TimedFilter } from "./store-report";

export const ALL_CORES = true;
const END_MS = Date.UTC(2026, 10, 10);
/** SQLite's load and its counting take minutes beyond this. */
const MOST_FOR_SQLITE = 1_000_000;
const RUNS = 20;
const SQLITE_RUNS = 3;

/**
 * List, histogram and all facets for one filter: through the store, by hand in DuckDB over one plain table, by hand in
 * SQLite. `--attempts N` (a million), `--data DIR` (a folder to fill or to use again; else a temporary one), `--runs N`
 * (20; fewer for a first look). Tells each filter's p50 as it goes.
 */
export async function run(): Promise<BenchReport> {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ options: { attempts: text, data: text, runs: text } });
  const attempts = Number(values.attempts ?? 1_000_000);
  const folder = values.data ?? mkdtempSync(join(tmpdir(), "gatebook-bench-store-"));
  try {
    await fill(folder, attempts);
    return await compare(folder, { attempts, runs: Number(values.runs ?? RUNS) });
  } finally {
    if (values.data === undefined) rmSync(folder, { recursive: true });
  }
}

async function fill(folder: string, attempts: number): Promise<void> {
  claimDataFolder(folder, "sandbox");
  const isNew = !existsSync(eventsFile(folder));
  // Brings a folder of a former version up to date, too.
  const store = await openEventStore({ path: eventsFile(folder) });
  if (isNew) await fillStore(store, { attempts, days: 365, endMs: END_MS, seed: 1 }, () => undefined);
  await store.close();
}

interface Wishes {
  readonly attempts: number;
  readonly runs: number;
}

async function compare(folder: string, { attempts, runs }: Wishes): Promise<BenchReport> {
  const flat = join(folder, "flat.duckdb");
  (await openFlatTable(eventsFile(folder), flat)).close();
  const store = await openEventStore({ path: eventsFile(folder) });
  const end = Math.max(...(await store.coverage()).map(({ asked }) => asked.to));
  const { facets } = await store.countFacets(lastDays(365, end), 50);
  const filters = storeFilters(end, facets);
  const byHand = await openFlatTable(eventsFile(folder), flat);
  const timed = await timeInTurn(filters, { ours: askStore(store), ask: byHand.ask, runs });
  byHand.close();
  await store.close();
  const sqlite = attempts > MOST_FOR_SQLITE ? [] : await timeSqlite(folder, flat, filters);
  return storeReport(attempts, timed, sqlite);
}

/** What the screen asks for at once; gives the total. */
function askStore(store: EventStore): (filter: AttemptFilter) => Promise<number> {
  const clock = { now: () => END_MS, sleep: async () => undefined };
  const about = { version: "bench", sample: true, startedMs: 0 };
  const ask = createInvestigations({ store, clock, about });
  return async (filter) => {
    const [page] = await Promise.all([
      ask.searchAttempts(LOCAL_VIEWER, { filter, cursor: null, limit: 100 }),
      ask.countByTime(LOCAL_VIEWER, { filter, buckets: BUCKETS }),
      ask.countByFacet(LOCAL_VIEWER, { filter, limit: 50 }),
    ]);
    return page.total;
  };
}

interface Sides {
  readonly ours: (filter: AttemptFilter) => Promise<number>;
  readonly ask: (queries: readonly string[]) => Promise<readonly Record<string, unknown>[]>;
  readonly runs: number;
}

/** One run of ours, one by hand, and so on, so that a busy machine is busy for both. */
async function timeInTurn(filters: ReadonlyMap<string, AttemptFilter>, sides: Sides): Promise<TimedFilter[]> {
  const { ours, ask, runs } = sides;
  const timed: TimedFilter[] = [];
  for (const [name, filter] of filters) {
    const { total, all } = byHandSql(filter, "duckdb");
    const found = await ours(filter);
    const counted = Number((await ask([total]))[0]?.n);
    if (found !== counted) throw new Error(`${name}: ${found} through the store, ${counted} by hand`);
    const times = { ours: [] as Timed[], duckdb: [] as Timed[] };
    for (let i = 0; i < runs; i++) {
      times.ours.push(await timeOf(() => ours(filter)));
      times.duckdb.push(await timeOf(() => ask(all)));
    }
    timed.push({ name, total: found, ...times });
    process.stderr.write(
      `${name}: ${middle(times.ours)} through the store, ${middle(times.duckdb)} by hand\n`,
    );
  }
  return timed;
}

async function timeOf(work: () => Promise<unknown>): Promise<Timed> {
  const before = process.cpuUsage();
  const start = performance.now();
  await work();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { ms, cpuMs: (user + system) / 1000 };
}

function middle(times: readonly Timed[]): string {
  const [ms, cpuMs] = [
    percentile(
      times.map((one) => one.ms),
      0.5,
    ),
    percentile(
      times.map((one) => one.cpuMs),
      0.5,
    ),
  ];
  return `${ms} ms (CPU ${cpuMs})`;
}

async function timeSqlite(
  folder: string,
  flat: string,
  filters: ReadonlyMap<string, AttemptFilter>,
): Promise<SqliteAnswer[]> {
  const [rows, asked, file] = ["flat.json", "asked.json", "flat.sqlite"].map((name) => join(folder, name));
  if (rows === undefined || asked === undefined || file === undefined) return [];
  const node = findNode24();
  const { problem } = node.prepare() as { problem?: string };
  if (problem !== undefined) throw new Error(problem);
  await writeFlatRows(flat, rows);
  const questions = [...filters].map(([name, filter]) => ({ name, ...byHandSql(filter, "sqlite") }));
  writeFileSync(asked, JSON.stringify({ runs: SQLITE_RUNS, questions }));
  const script = join(process.cwd(), ".config", "bench", "sqlite-bench.mjs");
  const run = spawnSync(node.path, [script, rows, file, asked], { encoding: "utf8", maxBuffer: 2 ** 26 });
  for (const path of [rows, asked]) rmSync(path);
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as SqliteAnswer[];
}
