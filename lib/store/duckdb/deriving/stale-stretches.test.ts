import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { Database } from "../database";
import { migrate } from "../migrate";
import { SegmentFiles } from "../segments/segment-files";
import { RawWriter } from "../segments/write-raw";
import { readStaleStretches } from "./stale-stretches";

const HOUR = 3_600_000;
let folder: string;
let database: Database;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "gatebook-stale-"));
  database = await Database.open(join(folder, "events.duckdb"), {});
  await migrate(database, new RawWriter(new SegmentFiles(join(folder, "raw"))));
});

afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

/** The stretches of these hours, each with so many lines and events. */
async function stretchesOf(hours: readonly (readonly [hour: number, lines: number, events?: number])[]) {
  await database.transaction(async (writer) => {
    for (const [hour, lines, events = 0] of hours) {
      await writer.run(`INSERT INTO stale_hour VALUES (${hour * HOUR})`);
      await writer.run(`INSERT INTO line (time_ms) SELECT ${hour * HOUR} + range FROM range(${lines})`);
      await writer.run(`INSERT INTO sts_event (time_ms) SELECT ${hour * HOUR} + range FROM range(${events})`);
    }
  });
  const stretches = await readStaleStretches(database);
  return stretches.map(({ from, to }) => [from / HOUR, to / HOUR]);
}

it("takes hours that adjoin together, newest first, and no more than twelve", async () => {
  const hours = [5, 6, 7, 9, ...Array.from({ length: 14 }, (_, n) => 20 + n)];
  expect(await stretchesOf(hours.map((hour) => [hour, 1]))).toEqual([
    [22, 34],
    [20, 22],
    [9, 10],
    [5, 8],
  ]);
});

it("takes no more together than are easily held; a busy hour stands alone", async () => {
  const stretches = await stretchesOf([
    [1, 900, 200],
    [2, 900],
    [3, 100, 9_000],
    [4, 1_900, 100],
    [5, 1],
  ]);
  expect(stretches).toEqual([
    [5, 6],
    [4, 5],
    [3, 4],
    [1, 3],
  ]);
});

it("has none where nothing is out of date", async () => {
  expect(await stretchesOf([])).toEqual([]);
});
