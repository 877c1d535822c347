import { appendFile, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deriveWithin } from "@/lib/domain/correlate/correlate";
import { parseAuthenticatorLine } from "@/lib/domain/parse/authenticator-line";
import { NO_FACETS } from "@/lib/domain/summarize/attempts/attempt-filter";
import type { EventStore } from "@/lib/ports/event-store";
import { COUNTED_SOURCE, countedRecord } from "@/lib/testing/counted-records";
import { openEventStore } from "../open-event-store";
import { segmentName } from "./segment-name";
import { LONGEST_TEXT } from "./stored-text";

const EVER = { from: 0, to: Date.UTC(2030, 0, 1) };
const EVERYTHING = { range: EVER, text: "", noise: "show" as const };

describe("raw records in segments", () => {
  let folder: string;
  let store: EventStore;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "gatebook-segments-"));
    await open();
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  async function open() {
    store = await openEventStore({ path: join(folder, "events.duckdb") });
    await store.openSource(COUNTED_SOURCE, { from: 0, to: 1 }, "reading");
  }

  async function append(texts: readonly string[], first = 0) {
    const records = texts.map((text, i) => {
      const source = { ...countedRecord(first + i), text };
      return { source, kind: "line" as const, parsed: parseAuthenticatorLine(text) };
    });
    const standing = { complete: null, checkpoint: null, notice: null, startedMs: 0, readAtMs: 0 };
    await store.appendPage({ sourceId: COUNTED_SOURCE.id, records, ...standing });
  }

  /** The lines that prove every attempt there is: all of `append`'s are denied. */
  async function readBack() {
    const hours = await store.staleHours();
    for (const from of hours) {
      const keep = { from, to: from + 3_600_000 };
      await store.deriveStretch(keep, keep, (window) =>
        deriveWithin({ ...window, regionOf: () => "", keep }),
      );
    }
    const { rows } = await store.search({
      filter: { ...NO_FACETS, ...EVERYTHING },
      cursor: null,
      limit: 500,
    });
    return store.readLines(
      rows.map(({ id }) => id),
      EVER,
    );
  }

  async function segments(): Promise<string[]> {
    const names = await readdir(join(folder, "raw"), { recursive: true });
    return names.filter((name) => name.endsWith(".log.gz")).map((name) => join(folder, "raw", name));
  }

  it("are files that other programs read, one for each source and day", async () => {
    const texts = [0, 1, 2].map((n) => countedRecord(n).text);
    await append(texts.slice(0, 2));
    await append(texts.slice(2), 2);
    await append([countedRecord(5_000).text], 5_000);
    const files = await segments();
    expect(files).toHaveLength(2);
    const first = files.find((file) => file.includes("2026-01-02")) ?? "";
    expect(gunzipSync(await readFile(first)).toString("utf8")).toBe(`${texts.join("\n")}\n`);
    expect((await readBack()).map(({ text, note }) => [text, note])).toEqual(
      [...texts, countedRecord(5_000).text].map((text) => [text, null]),
    );
  });

  it("may hold any text; a longer one than 1 MiB is cut between characters, and says so", async () => {
    const start = countedRecord(0).text;
    const odd = `${start} odd="\\u0000 ${String.fromCodePoint(0x1f600)}\r\t"`;
    const long = `${start} long=${"é".repeat(LONGEST_TEXT)}`;
    await append([odd, long]);
    const [first, second] = await readBack();
    expect(first).toMatchObject({ text: odd, note: null });
    expect(long.startsWith(second?.text ?? "-")).toBe(true);
    expect(Buffer.byteLength(second?.text ?? "")).toBeGreaterThanOrEqual(LONGEST_TEXT - 1);
    expect(second?.note).toMatch(/^Cut: the first 104857\d of 2097\d+ bytes are kept\.$/);
  });

  it("say so when their segment is missing or damaged, and hold up nothing else", async () => {
    const texts = [0, 1].map((n) => countedRecord(n).text);
    await append(texts.slice(0, 1));
    await append(texts.slice(1), 1);
    const [file = ""] = await segments();
    const bytes = await readFile(file);
    const damaged = Buffer.from(bytes);
    damaged.fill(0, bytes.length - 40, bytes.length - 20);
    await writeFile(file, damaged);
    const [whole, broken] = await readBack();
    expect(whole).toMatchObject({ text: texts[0], note: null });
    expect(broken).toMatchObject({ text: "", note: expect.stringContaining("is damaged") });
    await truncate(file, bytes.length - 10);
    expect((await readBack())[1]?.note).toContain("is damaged");
    await rm(file);
    expect((await readBack()).map(({ note }) => note)).toEqual(
      [0, 1].map(() => expect.stringContaining("is missing")),
    );
    await append([countedRecord(2).text], 2);
    expect((await readBack())[2]).toMatchObject({ text: countedRecord(2).text, note: null });
  });

  it("lose what a crash left behind: files and tails that no row names", async () => {
    await append([countedRecord(0).text]);
    const [file = ""] = await segments();
    const { size } = await stat(file);
    await store.close();
    await appendFile(file, "torn");
    await writeFile(file.replace("2026-01-02", "2026-01-01"), "orphan");
    await open();
    expect(await segments()).toEqual([file]);
    expect((await stat(file)).size).toBe(size);
    await appendFile(file, "torn while open");
    await append([countedRecord(1).text], 1);
    expect((await readBack()).map(({ text }) => text)).toEqual([0, 1].map((n) => countedRecord(n).text));
  });

  it("stay within their folder, whatever a source is called", () => {
    const names = ["../../etc/passwd", "a/../b", "a/b", "A/B", "\0", "", "é".repeat(500)].map((id) =>
      segmentName(id, 0, 1),
    );
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z0-9-]{12,80}\/1970-01-01\.1\.log\.gz$/);
  });
});
