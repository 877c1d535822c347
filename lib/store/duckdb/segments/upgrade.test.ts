import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundleProgram } from "@/lib/testing/bundle-program";
import { runAndKill } from "@/lib/testing/run-and-kill";
import { Database } from "../database";
import { migrate, SCHEMA_VERSION } from "../migrate";
import { readWindow } from "../deriving/read-window";
import { readRaw } from "./read-raw";
import { SegmentFiles } from "./segment-files";
import { RawWriter } from "./write-raw";

const KILLS = 5;
const RECORDS = 15_000;
const DAY = 86_400_000;
/** The last version that had the texts in the database. */
const WITH_TEXTS = 5;

/** A line whose record retention took. */
const WITHOUT_TEXT = "fedcba98765432100123456789abcdef";
const LINE = { cluster: "dev", stream: "stream", timeMs: 9, event: {} };

const textOf = (n: number) => `record ${n} of the old store, ${"x".repeat(n % 300)}`;

describe("a store whose texts are in the database", () => {
  let folder: string;
  let program: Awaited<ReturnType<typeof bundleProgram>>;
  let wholeMs: number;
  const old = () => join(folder, "old");
  const path = (name: string) => join(folder, name, "events.duckdb");

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "gatebook-upgrade-"));
    program = await bundleProgram(join(import.meta.dirname, "open-store.child.ts"));
    await writeOldStore(old());
    const start = performance.now();
    await upgrade("whole", 60_000);
    wholeMs = performance.now() - start;
  }, 120_000);
  afterAll(async () => {
    await rm(folder, { recursive: true });
    await rm(program.folder, { recursive: true });
  });

  async function upgrade(name: string, killAfterMs: number) {
    await cp(old(), join(folder, name), { recursive: true, force: false });
    return runAndKill(program.path, [path(name)], killAfterMs);
  }

  async function expectWhole(name: string) {
    const database = await Database.open(path(name), {});
    const files = new SegmentFiles(join(folder, name, "raw"));
    const [version] = await database.rows("SELECT max(version)::INTEGER AS n FROM schema_version");
    const found = await readRaw(database, files, "true", {});
    const { lines } = await database.transaction((writer) => readWindow(writer, { from: 0, to: DAY }));
    await database.close();
    expect(version?.n).toBe(SCHEMA_VERSION);
    expect(lines).toEqual([
      { ...LINE, recordId: `${"0".repeat(31)}1`, eventId: "event-1" },
      { ...LINE, recordId: WITHOUT_TEXT, eventId: null },
    ]);
    expect(found.map(({ text }) => text)).toEqual(Array.from({ length: RECORDS }, (_, n) => textOf(n)));
    expect(found.filter(({ note }) => note !== null)).toEqual([]);
    expect(found.slice(0, 2)).toMatchObject([
      { recordId: "0".repeat(32), sourceId: "source-0", stream: "stream", timeMs: 0, eventId: null },
      { recordId: `${"0".repeat(31)}1`, sourceId: "source-1", eventId: "event-1" },
    ]);
  }

  it("opens with each of them in a segment", () => expectWhole("whole"));

  it(`opens again, whole, when it was killed at any of ${KILLS} moments of the upgrade`, async () => {
    let halfWay = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const name = `killed-${kill}`;
      const { lines } = await upgrade(name, (wholeMs * (kill + 0.3)) / KILLS / 1.5);
      if (!lines.includes("open")) halfWay++;
      await runAndKill(program.path, [path(name)], 60_000);
      await expectWhole(name);
    }
    expect(halfWay).toBeGreaterThan(0);
  }, 120_000);
});

async function writeOldStore(folder: string): Promise<void> {
  await mkdir(folder);
  const database = await Database.open(join(folder, "events.duckdb"), {});
  const raw = new RawWriter(new SegmentFiles(join(folder, "raw")));
  await migrate(database, raw, WITH_TEXTS);
  await database.transaction(async (writer) => {
    await writer.run(
      `INSERT INTO raw SELECT printf('%032x', n), 'source-' || (n % 2), 'group', 'stream', n * ${DAY / 10_000},
        CASE WHEN n % 2 = 0 THEN NULL ELSE 'event-' || n END, text, sha256(text), sha256(text)
        FROM (SELECT range AS n, 'record ' || range || ' of the old store, ' || repeat('x', range % 300) AS text
          FROM range(${RECORDS}))`,
    );
    await writer.run("INSERT INTO source (id, cluster) VALUES ('source-0', 'prod'), ('source-1', 'dev')");
    await writer.run(
      `INSERT INTO line SELECT unnest(['${"0".repeat(31)}1', '${WITHOUT_TEXT}']), 'dev', 'stream', 9, NULL, 'granted', '{}'`,
    );
  });
  await database.close();
}
