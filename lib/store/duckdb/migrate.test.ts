import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type AttemptFilter, NO_FACETS } from "@/lib/domain/summarize/attempts/attempt-filter";
import { traceOrigins } from "@/lib/ingest/trace-origins";
import { drawAttempts, HOURS, START } from "@/lib/testing/draw-attempts";
import { putBack } from "@/lib/testing/put-back";
import { Database } from "./database";
import { openEventStore } from "./open-event-store";

const BEFORE_ROLLUPS = 4;
const RANGE = { from: START, to: START + HOURS * 3_600_000 };
const FILTER: AttemptFilter = { ...NO_FACETS, range: RANGE, text: "", noise: "show" };
const ATTEMPTS = drawAttempts(200, 3);

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gatebook-migrations-"));
  path = join(folder, "events.duckdb");
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A store of today, put back into the shape of a former version. */
async function writeFormerStore(): Promise<void> {
  const store = await openEventStore({ path });
  await store.deriveStretch(RANGE, RANGE, () => ({ attempts: ATTEMPTS, unclaimed: [] }));
  await store.close();
  await putBack(path, BEFORE_ROLLUPS);
}

test("attempts of a former version are counted by hour and day, and the same actors are found again", async () => {
  await writeFormerStore();
  const store = await openEventStore({ path });
  await traceOrigins(store);
  const before = await store.countFacets(FILTER, 50);
  expect(before.totals.granted + before.totals.denied).toBe(ATTEMPTS.length);
  expect(before.facets.reason.values.map(({ value }) => value)).toContain("not-mapped");
  const page = await store.search({ filter: FILTER, cursor: null, limit: 500 });
  expect(page.rows.map(({ id }) => id).toSorted()).toEqual(ATTEMPTS.map(({ id }) => id).toSorted());
  await store.deriveStretch(RANGE, RANGE, () => ({ attempts: ATTEMPTS, unclaimed: [] }));
  await traceOrigins(store);
  expect(await store.countFacets(FILTER, 50)).toEqual(before);
  await store.close();
  const database = await Database.open(path, {});
  const [row] = await database.rows("SELECT count(*) - count(DISTINCT hash) AS twice FROM actor");
  await database.close();
  expect(Number(row?.twice)).toBe(0);
});
