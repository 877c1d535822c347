import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundleProgram } from "@/lib/testing/bundle-program";
import { COUNTED_SOURCE, countedRecord, PAGE_STEP, RECORDS_OF_PAGE } from "@/lib/testing/counted-records";
import { createDice } from "@/lib/testing/fuzz/dice";
import { runAndKill } from "@/lib/testing/run-and-kill";
import { Database } from "../database";
import { openEventStore } from "../open-event-store";
import { readRaw } from "./read-raw";
import { SegmentFiles } from "./segment-files";

const KILLS = 20;
const LONGEST_LIFE_MS = 200;

describe("a process that appends pages and is killed at any moment", () => {
  let folder: string;
  let program: Awaited<ReturnType<typeof bundleProgram>>;
  let acknowledged = -1;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "gatebook-kill-"));
    program = await bundleProgram(join(import.meta.dirname, "append-pages.child.ts"));
    const random = createDice(5);
    // On a busy machine some are killed before their first page.
    for (let kill = 0; kill < KILLS || acknowledged <= KILLS; kill++) {
      const { lines } = await runAndKill(
        program.path,
        [join(folder, "events.duckdb")],
        random.below(LONGEST_LIFE_MS),
      );
      for (const line of lines.slice(1)) acknowledged = Math.max(acknowledged, Number(line));
    }
  }, 120_000);
  afterAll(async () => {
    await rm(folder, { recursive: true });
    await rm(program.folder, { recursive: true });
  });

  it("has stored each record once, none twice, none that was acknowledged is lost, and all can be read", async () => {
    const path = join(folder, "events.duckdb");
    const store = await openEventStore({ path });
    const { checkpoint } = await store.openSource(COUNTED_SOURCE, { from: 0, to: 1 }, "reading");
    await store.close();
    const count = Number(checkpoint?.cursor);
    expect(count).toBeGreaterThan(KILLS * PAGE_STEP);
    expect(count).toBeGreaterThanOrEqual(acknowledged * PAGE_STEP + RECORDS_OF_PAGE);
    const database = await Database.open(path, {});
    const found = await readRaw(database, new SegmentFiles(join(folder, "raw")), "true", {});
    const [lines] = await database.rows("SELECT count(*)::INTEGER AS n FROM line");
    await database.close();
    expect(lines?.n).toBe(count);
    const expected = Array.from({ length: count }, (_, n) => countedRecord(n));
    expect(found.map(({ timeMs, text, note }) => ({ timeMs, text, note }))).toEqual(
      expected.map(({ timeMs, text }) => ({ timeMs, text, note: null })),
    );
  });
});
