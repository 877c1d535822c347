import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createDeriver } from "@/lib/ingest/derive-attempts";
import { importRecords } from "@/lib/ingest/import-records";
import type { SourceRecord } from "@/lib/ports/event-source";
import type { EventStore } from "@/lib/ports/event-store";
import { granted, memorySource } from "@/lib/testing/ingest-records";
import { openEventStore } from "../open-event-store";

const NOON = Date.UTC(2026, 10, 18, 12);
const DAY = 86_400_000;

let folder: string;
let store: EventStore;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "gatebook-usernames-"));
  store = await openEventStore({ path: join(folder, "events.duckdb") });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

/** As the mapping `dev:{{SessionName}}` lets a session in. */
function asDev(timeMs: number, session: string, n: number): SourceRecord[] {
  return granted(timeMs, session, n).map((record) => ({
    ...record,
    text: record.text.replace(`username="dev:${session}"`, `username="dev:${session.replaceAll("@", "-")}"`),
  }));
}

async function read(records: readonly SourceRecord[]): Promise<void> {
  const { descriptor } = memorySource("authenticator-log", () => []);
  await importRecords(store, descriptor, records, NOON + 2 * DAY);
  const deriver = createDeriver(store);
  await deriver.settled();
  await deriver.stop();
}

test("a username's uses are told by session names where nothing leads to anybody", async () => {
  await read([
    ...asDev(NOON, "alice@example.com", 0),
    ...asDev(NOON + DAY, "alice@example.com", 1),
    ...asDev(NOON + 60_000, "alice-example.com", 2),
    ...asDev(NOON + 120_000, "carol@example.com", 3),
  ]);
  const username = "dev:alice-example.com";
  const uses = await store.usesOf([{ cluster: "prod", username }]);
  expect(uses.map((use) => [use.username, use.sessionNames, use.attempts, use.lastDayMs])).toEqual([
    [username, ["alice@example.com"], 2, NOON + DAY / 2],
    [username, ["alice-example.com"], 1, NOON - DAY / 2],
  ]);
  expect(uses[0]).toMatchObject({
    cluster: "prod",
    canonicalArn: "arn:aws:iam::111122223333:role/Dev",
    origin: { kind: "person", name: "alice@example.com", confidence: "claimed" },
  });
});

test("a username is asked for in its own cluster, whatever it holds", async () => {
  await read(asDev(NOON, "alice@example.com", 0));
  const ask = (cluster: string, username: string) => store.usesOf([{ cluster, username }]);
  expect(await ask("dev", "dev:alice-example.com")).toEqual([]);
  expect(await ask("prod", "dev:carol-example.com")).toEqual([]);
  expect(await ask("prod", "'); DROP TABLE actor; --")).toEqual([]);
  expect(await ask("prod", "dev:alice-example.com")).toHaveLength(1);
  expect(await store.usesOf([])).toEqual([]);
});
