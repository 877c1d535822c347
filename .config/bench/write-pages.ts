import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readRecords } from "@/lib/ingest/read-records";
import type { SourceRecord } from "@/lib/ports/event-source";
import type { EventStore } from "@/lib/ports/event-store";
import { openEventStore } from "@/lib/store/duckdb/open-event-store";
import { createAuthenticatorPages } from "./authenticator-pages";
import type { BenchReport } from "./pair-attempts";

const LINES = 200_000;
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

/** Lines of a cluster's log → read → stored, page by page as CloudWatch answers them; attempts are not derived. */
export async function run(): Promise<BenchReport> {
  const folder = mkdtempSync(join(tmpdir(), "gatebook-bench-"));
  const store = await openEventStore({ path: join(folder, "events.duckdb") });
  await store.openSource(SOURCE, { from: START, to: START + 1 }, "reading");
  const pages = toPages();
  const speeds: number[] = [];
  let longestBlockMs = 0;
  let last = performance.now();
  const watch = setInterval(() => {
    longestBlockMs = Math.max(longestBlockMs, performance.now() - last - 5);
    last = performance.now();
  }, 5);
  for (const page of pages) speeds.push(await writeTimed(store, page));
  clearInterval(watch);
  await store.checkpoint();
  await store.close();
  const bytes = sizeOf(folder);
  rmSync(folder, { recursive: true });
  const mean = speeds.reduce((sum, ms) => sum + ms, 0);
  const half = speeds.length >> 1;
  const msOf = (part: readonly number[]) => part.reduce((sum, ms) => sum + ms, 0) / part.length;
  const perSecond = Math.round(LINES / (mean / 1000));
  return {
    name: "write-pages",
    unit: "records/s",
    results: [
      { label: "1 MiB pages, read and stored", value: perSecond },
      { label: "longest stop of the event loop, ms", value: Math.round(longestBlockMs) },
      { label: "bytes on disk per record", value: Math.round(bytes / LINES) },
    ],
    ratios: [
      { label: "records/s", value: perSecond, aim: ">= 30000" },
      {
        label: "last half against first half",
        value: msOf(speeds.slice(half)) / msOf(speeds.slice(0, half)),
        aim: "<= 1.2",
      },
    ],
  };
}

function toPages(): SourceRecord[][] {
  const decoder = new TextDecoder();
  let n = 0;
  return createAuthenticatorPages(LINES).map((page) =>
    decoder
      .decode(page)
      .split("\n")
      .map((text) => ({
        stream: "authenticator-0123456789abcdef",
        timeMs: START + n++ * 350,
        text,
        eventId: eventIdOf(n),
      })),
  );
}

const eventIdOf = (n: number) => `37${String(n).padStart(54, "0")}`;

async function writeTimed(store: EventStore, page: readonly SourceRecord[]): Promise<number> {
  const start = performance.now();
  const records = await readRecords("authenticator-log", page);
  await store.appendPage({ sourceId: SOURCE.id, records, ...NOTHING_ELSE });
  return performance.now() - start;
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
