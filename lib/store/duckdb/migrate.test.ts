import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type AttemptFilter, NO_FACETS } from "@/lib/domain/summarize/attempt-filter";
import { drawAttempts, HOURS, START } from "@/lib/testing/draw-attempts";
import { Database } from "./database";
import { migrate } from "./migrate";
import { openEventStore } from "./open-event-store";
import { SegmentFiles } from "./segments/segment-files";
import { RawWriter } from "./segments/write-raw";

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

/** Fills today's tables, then puts the attempts back as a former version kept them. */
async function writeFormerStore(): Promise<void> {
  const today = join(folder, "today.duckdb");
  const store = await openEventStore({ path: today });
  await store.deriveHour(RANGE, RANGE, () => ({ attempts: ATTEMPTS, unclaimed: [] }));
  await store.close();
  const former = await Database.open(path, {});
  await migrate(former, new RawWriter(new SegmentFiles(join(folder, "raw"))), BEFORE_ROLLUPS);
  await former.transaction(async (writer) => {
    await writer.run(`ATTACH '${today}' AS today (READ_ONLY)`);
    for (const table of ["cluster", "caller", "session", "session_name", "kube_identity", "reason"])
      await writer.run(`INSERT INTO ${table} SELECT * FROM today.${table}`);
    await writer.run("INSERT INTO attempt SELECT * EXCLUDE actor_id FROM today.attempt");
  });
  await former.close();
}

test("attempts of a former version are counted by hour and day, and the same actors are found again", async () => {
  await writeFormerStore();
  const store = await openEventStore({ path });
  const before = await store.countFacets(FILTER, 50);
  expect(before.totals.granted + before.totals.denied).toBe(ATTEMPTS.length);
  const page = await store.search({ filter: FILTER, cursor: null, limit: 500 });
  expect(page.rows.map(({ id }) => id).toSorted()).toEqual(ATTEMPTS.map(({ id }) => id).toSorted());
  await store.deriveHour(RANGE, RANGE, () => ({ attempts: ATTEMPTS, unclaimed: [] }));
  expect(await store.countFacets(FILTER, 50)).toEqual(before);
  await store.close();
  const database = await Database.open(path, {});
  const [row] = await database.rows("SELECT count(*) - count(DISTINCT hash) AS twice FROM actor");
  await database.close();
  expect(Number(row?.twice)).toBe(0);
});
