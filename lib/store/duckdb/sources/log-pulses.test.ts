import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { importRecords } from "@/lib/ingest/import-records";
import type { EventStore } from "@/lib/ports/event-store";
import { openEventStore } from "../open-event-store";

const MINUTE = 60_000;
const START = Date.UTC(2026, 10, 10);
const NOW = START + 48 * 60 * MINUTE;

let folder: string;
let store: EventStore;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "gatebook-pulse-"));
  store = await openEventStore({ path: join(folder, "events.duckdb") });
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

async function write(cluster: string, minutes: readonly number[]): Promise<void> {
  const records = minutes.map((minute, i) => ({
    stream: "authenticator-0",
    timeMs: START + minute * MINUTE,
    text: `time="2026-11-10T00:00:00Z" level=info msg="line ${i}"`,
    eventId: `${cluster}${i}`,
  }));
  const descriptor = {
    id: cluster,
    kind: "authenticator-log" as const,
    label: cluster,
    cluster,
    accountId: "111122223333",
    region: "eu-west-1",
    group: `/aws/eks/${cluster}/cluster`,
  };
  await importRecords(store, descriptor, records, NOW);
}

it("finds how often a log beats and where it was quiet, per cluster", async () => {
  const all = Array.from({ length: 24 * 60 }, (_, minute) => minute);
  await write(
    "prod",
    all.filter((minute) => minute < 300 || minute >= 420),
  );
  await write("dev", [0, 240, 480]);
  const [dev, prod] = await store.logPulses(START);
  expect(prod).toEqual({
    cluster: "prod",
    lines: 1320,
    firstMs: START,
    newestMs: START + 1439 * MINUTE,
    usualGapMs: MINUTE,
    quiet: [{ from: START + 299 * MINUTE, to: START + 420 * MINUTE }],
  });
  expect(dev).toMatchObject({ lines: 3, usualGapMs: 240 * MINUTE });
  expect(dev?.quiet).toHaveLength(2);
});

it("looks back no further than asked", async () => {
  const [only, ...none] = await store.logPulses(START + 600 * MINUTE);
  expect(none).toEqual([]);
  expect(only).toMatchObject({ cluster: "prod", lines: 840, firstMs: START + 600 * MINUTE, quiet: [] });
});
