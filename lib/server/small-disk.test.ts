import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { EventStore } from "@/lib/ports/event-store";
import { StoreError } from "@/lib/ports/store-error";
import { openEventStore } from "@/lib/store/duckdb/open-event-store";
import { COUNTED_SOURCE, countedPage, countedRecord } from "@/lib/testing/counted-records";
import { mountSmallDisk } from "@/lib/testing/small-disk";
import { claimDataFolder, eventsFile } from "./data-folder";

const MIB = 1_048_576;
const PAGE = 2_000;
const MOST_PAGES = 200;
const EVER = { freeBytes: 100 * MIB, totalBytes: 100 * MIB };

// A real disk, small and full: run as root on Linux.
const disk = mountSmallDisk(1);
if (disk === null) process.stderr.write("Skipped: a small disk can only be mounted by root on Linux.\n");
else disk.remove();

describe.skipIf(disk === null)("a small disk", () => {
  let end: () => Promise<void> = async () => undefined;
  afterEach(() => end());

  function begin() {
    const small = mountSmallDisk(24);
    if (small === null) throw new Error("cannot mount");
    let store: EventStore | null = null;
    end = async () => {
      await store?.close();
      small.remove();
    };
    const open = async (options: object) => {
      store = await openEventStore({ path: eventsFile(small.folder), ...options });
      await store.openSource(COUNTED_SOURCE, { from: 0, to: 1 }, "reading");
      return store;
    };
    return { small, open };
  }

  async function fillUp(store: EventStore): Promise<number> {
    for (let page = 0; page < MOST_PAGES; page++) {
      try {
        await store.appendPage(countedPage(page * PAGE, PAGE));
      } catch (error) {
        expect(error).toBeInstanceOf(StoreError);
        expect(error).toMatchObject({ code: "disk-full" });
        return page;
      }
    }
    throw new Error("was never full");
  }

  async function expectWhole(store: EventStore, pages: number) {
    const count = pages * PAGE;
    const [source] = await store.coverage();
    expect(source?.records).toBe(count);
    const range = { from: countedRecord(count - 100).timeMs, to: countedRecord(count + PAGE).timeMs };
    const query = { range, text: "not mapped", cluster: [], cursor: null, limit: 500 };
    const { rows, scanned } = await store.searchRaw(query);
    expect([rows.length, scanned.unreadable]).toEqual([100, 0]);
  }

  it("is not filled to its end; reading goes on when there is room", async () => {
    const { small, open } = begin();
    const ballast = join(small.folder, "ballast");
    writeFileSync(ballast, Buffer.alloc(17 * MIB));
    const store = await open({});
    const pages = await fillUp(store);
    expect((await store.storage()).freeBytes).toBeLessThan(3 * MIB);
    await expectWhole(store, pages);
    rmSync(ballast);
    expect(await store.appendPage(countedPage(pages * PAGE, PAGE))).toBe(PAGE);
    await expectWhole(store, pages + 1);
    expect(await store.storage()).toMatchObject({ state: "ok", sinceMs: null });
  }, 120_000);

  it("loses nothing and answers again when others have filled it to the last byte", async () => {
    const { small, open } = begin();
    const ballast = join(small.folder, "ballast");
    writeFileSync(ballast, Buffer.alloc(17 * MIB));
    const store = await open({ measureDisk: async () => EVER });
    const pages = await fillUp(store);
    const stored = Number((await store.coverage())[0]?.records) / PAGE;
    expect([pages, pages + 1]).toContain(stored);
    expect((await store.storage()).state).toBe("full");
    await expectWhole(store, stored);
    rmSync(ballast);
    for (let page = pages; page < pages + 3; page++) await store.appendPage(countedPage(page * PAGE, PAGE));
    await expectWhole(store, pages + 3);
    expect((await store.storage()).state).toBe("ok");
  }, 120_000);

  it("that cannot be written is named in one sentence", async () => {
    const { small, open } = begin();
    expect(claimDataFolder(small.folder, "real")).toBeNull();
    await (await open({})).close();
    small.setReadOnly();
    expect(claimDataFolder(small.folder, "real")).toBe(
      `${small.folder} cannot be written (EROFS): make it writable, or choose another folder with --data.`,
    );
    await expect(openEventStore({ path: eventsFile(small.folder) })).rejects.toMatchObject({
      code: "unreachable",
      message: `${eventsFile(small.folder)} cannot be written: choose another folder with --data`,
    });
    end = async () => small.remove();
  });
});
