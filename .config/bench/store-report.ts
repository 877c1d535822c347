import type { BenchReport } from "./pair-attempts";

/** By the wall, and of all cores together: the second hardly depends on what else the machine does. */
export interface Timed {
  readonly ms: number;
  readonly cpuMs: number;
}

export interface TimedFilter {
  readonly name: string;
  readonly total: number;
  readonly ours: readonly Timed[];
  readonly duckdb: readonly Timed[];
}

export interface SqliteAnswer {
  readonly name: string;
  readonly total: number;
  readonly times: readonly number[];
}

const MILLION = 1_000_000;
const MOST_TEXT_MS = 2_000;

/** p50 and p95 of each filter, and how they stand to the same by hand. */
export function storeReport(
  attempts: number,
  timed: readonly TimedFilter[],
  sqlite: readonly SqliteAnswer[],
): BenchReport {
  const results = timed.flatMap(({ name, total, ours, duckdb }) => [
    { label: `${name}: matches`, value: total },
    ...percentiles(`${name}: store`, wall(ours)),
    ...percentiles(`${name}: DuckDB by hand`, wall(duckdb)),
    { label: `${name}: store, CPU, p50`, value: percentile(cpu(ours), 0.5) },
    { label: `${name}: DuckDB by hand, CPU, p50`, value: percentile(cpu(duckdb), 0.5) },
    ...percentiles(`${name}: SQLite by hand`, timesOf(sqlite, name)),
  ]);
  const ratios = timed.flatMap(({ name, ours, duckdb }) => {
    const p50 = percentile(wall(ours), 0.5);
    const lite = timesOf(sqlite, name);
    return [
      {
        label: `${name}: store p95, ms`,
        value: percentile(wall(ours), 0.95),
        aim: `<= ${mostMs(name, attempts)}`,
      },
      {
        label: `${name}: store against DuckDB`,
        value: round(p50 / percentile(wall(duckdb), 0.5)),
        aim: "<= 1.2",
      },
      ...(lite.length === 0
        ? []
        : [
            {
              label: `${name}: store against SQLite`,
              value: round(p50 / percentile(lite, 0.5)),
              aim: "<= 1",
            },
          ]),
    ];
  });
  return { name: `store, ${attempts} attempts`, unit: "ms", results, ratios };
}

function wall(times: readonly Timed[]): number[] {
  return times.map(({ ms }) => ms);
}

function cpu(times: readonly Timed[]): number[] {
  return times.map(({ cpuMs }) => cpuMs);
}

function timesOf(sqlite: readonly SqliteAnswer[], name: string): readonly number[] {
  return sqlite.find((one) => one.name === name)?.times ?? [];
}

function percentiles(label: string, times: readonly number[]): { label: string; value: number }[] {
  if (times.length === 0) return [];
  return [0.5, 0.95].map((share) => ({
    label: `${label}, p${share * 100}`,
    value: percentile(times, share),
  }));
}

export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function mostMs(name: string, attempts: number): number {
  if (name === "text") return MOST_TEXT_MS;
  return attempts > MILLION ? 500 : 100;
}
