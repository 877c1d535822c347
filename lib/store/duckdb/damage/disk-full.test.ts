import { mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { waitForRoom } from "@/lib/ingest/wait-for-room";
import type { EventStore } from "@/lib/ports/event-store";
import { COUNTED_SOURCE, COUNTED_START, countedPage } from "@/lib/testing/counted-records";
import { createVirtualClock } from "@/lib/testing/virtual-clock";
import { openEventStore } from "../open-event-store";
import { segmentName } from "../segments/segment-name";

const NOW = Date.UTC(2026, 10, 25);
const MIB = 1_048_576;
const PLENTY = { freeBytes: 50 * MIB, totalBytes: 100 * MIB };
const DAY = 86_400_000;
const PAGE = 1_000;

describe("a full disk", () => {
  let folder: string;
  let store: EventStore;
  const signal = new AbortController().signal;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "gatebook-full-"));
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  const countRecords = async () => (await store.coverage())[0]?.records;

  it("stops storing below 10 % and 1 GiB, says since when, serves what there is, and goes on by itself", async () => {
    const clock = createVirtualClock(NOW);
    let space = PLENTY;
    const path = join(folder, "events.duckdb");
    store = await openEventStore({ path, now: clock.now, measureDisk: async () => space });
    await store.openSource(COUNTED_SOURCE, { from: 0, to: 1 }, "reading");
    await store.appendPage(countedPage(0, PAGE));
    space = { freeBytes: 9 * MIB, totalBytes: 100 * MIB };
    await expect(store.appendPage(countedPage(PAGE, PAGE))).rejects.toMatchObject({
      code: "disk-full",
      message: expect.stringContaining("9 MiB are free"),
    });
    expect(await store.storage()).toEqual({ state: "full", sinceMs: NOW, freeBytes: 9 * MIB, setAside: [] });
    expect(await countRecords()).toBe(PAGE);
    const waiting = {
      ...clock,
      sleep: async (ms: number) => {
        await clock.sleep(ms);
        if (clock.now() > NOW + 60_000) space = PLENTY;
      },
    };
    expect(await waitForRoom(store, waiting, signal).appendPage(countedPage(PAGE, PAGE))).toBe(PAGE);
    expect(clock.now()).toBeGreaterThan(NOW + 60_000);
    expect(await store.storage()).toMatchObject({ state: "ok", sinceMs: null });
    space = { freeBytes: 2_000 * MIB, totalBytes: 100_000 * MIB };
    expect(await store.appendPage(countedPage(2 * PAGE, PAGE))).toBe(PAGE);
  });

  it("keeps nothing of a page whose segment finds no room", async () => {
    const path = join(folder, "events.duckdb");
    store = await openEventStore({ path, measureDisk: async () => PLENTY });
    await store.openSource(COUNTED_SOURCE, { from: 0, to: 1 }, "reading");
    const day = Math.floor(COUNTED_START / DAY) * DAY;
    const full = join(folder, "raw", segmentName(COUNTED_SOURCE.id, day, 1));
    await mkdir(dirname(full), { recursive: true });
    await symlink("/dev/full", full);
    await expect(store.appendPage(countedPage(0, PAGE))).rejects.toMatchObject({ code: "disk-full" });
    expect(await countRecords()).toBe(0);
    expect((await store.storage()).state).toBe("full");
    await rm(full);
    expect(await store.appendPage(countedPage(0, PAGE))).toBe(PAGE);
    expect((await store.storage()).state).toBe("ok");
  });
});
