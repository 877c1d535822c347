import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readRecords } from "@/lib/ingest/read-records";
import type { SourceRecord } from "@/lib/ports/event-source";
import type { EventStore } from "@/lib/ports/event-store";
import { openEventStore } from "@/lib/store/duckdb/open-event-store";
import { createAuthenticatorPages } from "./authenticator-pages";
import type { BenchReport } from "./pair-attempts";

const LINES = 200_000;
/** As many different texts; more lines are these again, at other times. */
const TEXTS = 200_000;
const WATCH_MS = 5;
const START = Date.UTC(2026, 0, 2);
const SOURCE = {
  id: "authenticator-log/111122223333/eu-west-1/prod",
  kind: "authenticator-log",
  label: "prod",
  cluster: "prod",
  accountId: "111122223333",
  region: "eu-west-1",
  group: "/aws/eks/prod/cluster",
} as const;

const NOTHING_ELSE = { complete: null, checkpoint: null, notice: null, startedMs: START, readAtMs: START };

/**
 * Lines of a cluster's log → read → stored, page by page as CloudWatch answers them; attempts are not derived.
 * `--lines N` (200,000): whether speed stays while the store grows.
 */
export async function run(): Promise<BenchReport> {
  const { values } = parseArgs({ options: { lines: { type: "string" } } });
  const lines = Number(values.lines ?? LINES);
  const folder = mkdtempSync(join(tmpdir(), "gatebook-bench-"));
  const store = await openEventStore({ path: join(folder, "events.duckdb") });
  await store.openSource(SOURCE, { from: START, to: START + 1 }, "reading");
  const times: Timed[] = [];
  for (const page of pagesOf(lines)) times.push(await writeTimed(store, page));
  await store.checkpoint();
  await store.close();
  const bytes = sizeOf(folder);
  rmSync(folder, { recursive: true });
  return report(times, bytes);
}

/** Speeds of tenths, so that a store that grows slow is seen. */
function report(times: readonly Timed[], bytes: number): BenchReport {
  const whole = speedOf(times);
  const cpu = (part: readonly Timed[]) => sumOf(part, "cpuMs") / sumOf(part, "lines");
  const tenth = Math.ceil(times.length / 10);
  const tenths = Array.from({ length: 10 }, (_, i) => times.slice(i * tenth, (i + 1) * tenth)).filter(isSome);
  const lines = sumOf(times, "lines");
  return {
    name: "write-pages",
    unit: "records/s",
    results: [
      { label: `${lines} lines in pages of 1 MiB, read and stored`, value: whole },
      ...tenths.map((part, i) => ({ label: `tenth ${i + 1}`, value: speedOf(part) })),
      ...tenths.map((part, i) => ({
        label: `tenth ${i + 1}, CPU µs a record`,
        value: Math.round(1000 * cpu(part)),
      })),
      { label: "longest stop of the event loop, ms", value: Math.max(...times.map(({ stopMs }) => stopMs)) },
      { label: "bytes on disk per record", value: Math.round(bytes / lines) },
    ],
    ratios: [
      { label: "records/s", value: whole, aim: ">= 30000" },
      {
        label: "CPU of the last tenth against the second",
        value: cpu(tenths.at(-1) ?? []) / cpu(tenths[1] ?? []),
        aim: "<= 1.2",
      },
    ],
  };
}

interface Timed {
  readonly lines: number;
  readonly ms: number;
  readonly cpuMs: number;
  /** For how long nothing else had a turn. */
  readonly stopMs: number;
}

function speedOf(times: readonly Timed[]): number {
  return Math.round(sumOf(times, "lines") / (sumOf(times, "ms") / 1000));
}

function sumOf(times: readonly Timed[], field: "lines" | "ms" | "cpuMs"): number {
  return times.reduce((sum, one) => sum + one[field], 0);
}

function isSome(part: readonly unknown[]): boolean {
  return part.length > 0;
}

/** One page at a time, as they come from the wire. */
function* pagesOf(lines: number): Generator<SourceRecord[]> {
  const decoder = new TextDecoder();
  const contents = createAuthenticatorPages(Math.min(lines, TEXTS));
  for (let n = 0; n < lines; ) {
    for (const content of contents) {
      const texts = decoder
        .decode(content)
        .split("\n")
        .slice(0, lines - n);
      yield texts.map((text) => ({
        stream: "authenticator-0123456789abcdef",
        timeMs: START + n * 350,
        text,
        eventId: eventIdOf(n++),
      }));
      if (n >= lines) return;
    }
  }
}

const eventIdOf = (n: number) => `37${String(n).padStart(54, "0")}`;

async function writeTimed(store: EventStore, page: readonly SourceRecord[]): Promise<Timed> {
  const stop = watchStops();
  const before = process.cpuUsage();
  const start = performance.now();
  const records = await readRecords("authenticator-log", page);
  await store.appendPage({ sourceId: SOURCE.id, records, ...NOTHING_ELSE });
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { lines: page.length, ms, cpuMs: (user + system) / 1000, stopMs: stop() };
}

/** Gives the longest stop of the event loop in whole ms when it is called. */
function watchStops(): () => number {
  let longest = 0;
  let last = performance.now();
  const look = () => {
    longest = Math.max(longest, performance.now() - last - WATCH_MS);
    last = performance.now();
  };
  const watch = setInterval(look, WATCH_MS);
  return () => {
    clearInterval(watch);
    return Math.round(longest);
  };
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
