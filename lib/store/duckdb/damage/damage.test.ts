import { mkdtemp, open, readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { EventStore } from "@/lib/ports/event-store";
import { StoreError } from "@/lib/ports/store-error";
import { COUNTED_SOURCE, countedPage, countedRecord } from "@/lib/testing/counted-records";
import { openEventStore } from "../open-event-store";
import { openOrSetAside } from "./open-or-set-aside";
import { noteDamage } from "./set-aside";
import { toKnownError } from "./store-failure";

const NOW = Date.UTC(2026, 10, 25, 13, 34, 6);
const ASIDE = "events.duckdb.damaged-20261125T133406Z";
const PAGE = 1_000;

describe("a damaged events file", () => {
  let folder: string;
  let path: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "gatebook-damage-"));
    path = join(folder, "events.duckdb");
  });
  afterEach(() => rm(folder, { recursive: true }));

  const append = (store: EventStore, from: number) => store.appendPage(countedPage(from, PAGE));

  async function fill(pages: number) {
    const store = await openEventStore({ path });
    await store.openSource(COUNTED_SOURCE, { from: 0, to: 1 }, "reading");
    for (let n = 0; n < pages; n++) await append(store, n * PAGE);
    return store;
  }

  async function overwrite(file: string, from: number, length: number) {
    const handle = await open(file, "r+");
    await handle.write(Buffer.alloc(length, 0xff), 0, length, from);
    await handle.close();
  }

  async function expectSetAside() {
    const { store, aside } = await openOrSetAside({ path, now: () => NOW });
    expect(aside).toBe(ASIDE);
    expect((await store.storage()).setAside).toEqual([ASIDE]);
    expect(await store.coverage()).toEqual([]);
    expect(await readdir(folder)).toEqual(expect.arrayContaining([ASIDE, "raw.damaged-20261125T133406Z"]));
    await store.openSource(COUNTED_SOURCE, { from: 0, to: 1 }, "reading");
    expect(await append(store, 0)).toBe(PAGE);
    await store.close();
    const again = await openOrSetAside({ path, now: () => NOW });
    expect(again.aside).toBeNull();
    await again.store.close();
  }

  it("is set aside with its segments when its head is broken; an empty one is begun", async () => {
    await (await fill(2)).close();
    const whole = await readFile(path);
    await overwrite(path, 4096, 8192);
    await expect(openEventStore({ path })).rejects.toMatchObject({ code: "damaged" });
    await expectSetAside();
    expect((await stat(join(folder, ASIDE))).size).toBe(whole.length);
  });

  it("is found when a broken page of it is read, and set aside the next time it is opened", async () => {
    await (await fill(20)).close();
    const { size } = await stat(path);
    await overwrite(path, 12_288, size - 12_288 - 300_000);
    const told: StoreError[] = [];
    const store = await openEventStore({ path, onDamage: (error) => told.push(error) }).catch(
      (error) => error,
    );
    if (store instanceof StoreError) told.push(store);
    else {
      await expect(append(store, 19 * PAGE)).rejects.toMatchObject({ code: "damaged" });
      await store.close();
    }
    expect(told[0]).toMatchObject({ code: "damaged" });
    noteDamage(path, told[0] as StoreError);
    await expectSetAside();
  });

  it("is set aside together with a log of changes that is broken in its middle", async () => {
    const store = await fill(3);
    const [log, main] = await Promise.all([readFile(`${path}.wal`), readFile(path)]);
    await store.close();
    await writeFile(path, main);
    await writeFile(`${path}.wal`, log);
    await overwrite(`${path}.wal`, log.length >> 1, 200);
    await expectSetAside();
    expect(await readdir(folder)).toContain(`${ASIDE}.wal`);
  });

  it("goes back to an earlier page when its log of changes is cut, and is read on from there", async () => {
    const store = await fill(3);
    const [log, main] = await Promise.all([readFile(`${path}.wal`), readFile(path)]);
    await store.close();
    await writeFile(path, main);
    await writeFile(`${path}.wal`, log);
    await truncate(`${path}.wal`, log.length - 20_000);
    const opened = await openOrSetAside({ path, now: () => NOW });
    expect(opened.aside).toBeNull();
    const { checkpoint } = await opened.store.openSource(COUNTED_SOURCE, { from: 0, to: 1 }, "reading");
    const from = Number(checkpoint?.cursor ?? 0);
    expect(from).toBeLessThan(3 * PAGE);
    for (let at = from; at < 3 * PAGE; at += PAGE) expect(await append(opened.store, at)).toBe(PAGE);
    expect(await append(opened.store, 0)).toBe(0);
    const [source] = await opened.store.coverage();
    expect(source?.records).toBe(3 * PAGE);
    const range = { from: countedRecord(0).timeMs, to: countedRecord(3 * PAGE).timeMs };
    const query = { range, text: "not mapped: 29", cluster: [], cursor: null, limit: 500 };
    const { rows, scanned } = await opened.store.searchRaw(query);
    expect([rows.length, scanned.unreadable]).toEqual([1 + 10 + 100, 0]);
    await opened.store.close();
  });

  it.each([
    ["IO Error: Could not set lock on file", "locked"],
    ["Could not write file: No space left on device", "disk-full"],
    ["ENOSPC: no space left on device, write", "disk-full"],
    ["EROFS: read-only file system, open", "unreachable"],
    ["EIO: i/o error, fdatasync", "unreachable"],
    ["IO Error: Corrupt database file: computed checksum 1 does not match", "damaged"],
    ["Failure while replaying WAL file: No space left on device", "disk-full"],
    ["Failure while replaying WAL file: Corrupt WAL file", "damaged"],
    ["Out of Memory Error: failed to allocate", null],
  ])("is told from other failures: %s", (said, code) => {
    expect(toKnownError("events.duckdb", new Error(said))?.code ?? null).toBe(code);
  });
});
