import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { findNode24 } from "../../.ci/node-24.mjs";
import { fillStore } from "@/lib/cli/fill/fill-store";
import type { AttemptFilter } from "@/lib/domain/summarize/attempt-filter";
import { createInvestigations } from "@/lib/investigations/create-investigations";
import type { EventStore } from "@/lib/ports/event-store";
import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { claimDataFolder, eventsFile } from "@/lib/server/data-folder";
import { openEventStore } from "@/lib/store/duckdb/open-event-store";
import { BUCKETS, byHandSql } from "./by-hand-sql";
import { openFlatTable, writeFlatRows } from "./flat-table";
import type { BenchReport } from "./pair-attempts";
import { lastDays, storeFilters } from "./store-filters";
import { type SqliteAnswer, storeReport, type TimedFilter } from "./store-report";

export const ALL_CORES = true;
const END_MS = Date.UTC(2026, 10, 10);
/** SQLite's load and its counting take minutes beyond this. */
const MOST_FOR_SQLITE = 1_000_000;
const RUNS = 20;
const SQLITE_RUNS = 3;

/**
 * List, histogram and all facets for one filter: through the store, by hand in DuckDB over one plain table, by hand in
 * SQLite. `--attempts N` (a million), `--data DIR` (a folder to fill or to use again; else a temporary one).
 */
export async function run(): Promise<BenchReport> {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ options: { attempts: text, data: text } });
  const attempts = Number(values.attempts ?? 1_000_000);
  const folder = values.data ?? mkdtempSync(join(tmpdir(), "gatebook-bench-store-"));
  try {
    await fill(folder, attempts);
    return await compare(folder, attempts);
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

async function compare(folder: string, attempts: number): Promise<BenchReport> {
  const flat = join(folder, "flat.duckdb");
  (await openFlatTable(eventsFile(folder), flat)).close();
  const store = await openEventStore({ path: eventsFile(folder) });
  const end = Math.max(...(await store.coverage()).map(({ asked }) => asked.to));
  const { facets } = await store.countFacets(lastDays(365, end), 50);
  const filters = storeFilters(end, facets);
  const byHand = await openFlatTable(eventsFile(folder), flat);
  const timed = await timeInTurn(filters, askStore(store), byHand.ask);
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

/** One run of ours, one by hand, and so on, so that a busy machine is busy for both. */
async function timeInTurn(
  filters: ReadonlyMap<string, AttemptFilter>,
  ours: (filter: AttemptFilter) => Promise<number>,
  ask: (queries: readonly string[]) => Promise<readonly Record<string, unknown>[]>,
): Promise<TimedFilter[]> {
  const timed: TimedFilter[] = [];
  for (const [name, filter] of filters) {
    const { total, all } = byHandSql(filter, "duckdb");
    const found = await ours(filter);
    const counted = Number((await ask([total]))[0]?.n);
    if (found !== counted) throw new Error(`${name}: ${found} through the store, ${counted} by hand`);
    const times = { ours: [] as number[], duckdb: [] as number[] };
    for (let i = 0; i < RUNS; i++) {
      times.ours.push(await timeOf(() => ours(filter)));
      times.duckdb.push(await timeOf(() => ask(all)));
    }
    timed.push({ name, total: found, ...times });
  }
  return timed;
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
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
