import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { mountSmallDisk } from "@/lib/testing/small-disk";
import { type NewSession, SessionFile } from "./session-file";

describe("sessions", () => {
  let folder: string;
  let now = 0;
  const path = () => join(folder, "sessions.json");
  const open = (place = path()) => new SessionFile(place, { now: () => now });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "gatebook-sessions-"));
    now = Date.UTC(2026, 10, 27);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("are there after a new start, for this user alone", async () => {
    await open().open(session("a"), null);
    expect(await open().read("hash-a", true)).toMatchObject({
      id: "a",
      identity: { subject: "alice" },
      startedMs: now,
    });
    expect(readdirSync(folder)).toEqual(["sessions.json"]);
    if (process.platform !== "win32") expect(statSync(path()).mode & 0o777).toBe(0o600);
  });

  it("are found by their whole hash alone, and not by their id", async () => {
    const file = open();
    await file.open(session("a"), null);
    for (const wrong of ["a", "hash-", "hash-a ", "", "__proto__"])
      expect(await file.read(wrong, true)).toBeNull();
  });

  it("take the place of the one that the browser had", async () => {
    const file = open();
    await file.open(session("a"), null);
    await file.open(session("b"), "hash-a");
    expect((await open().list()).map(({ id }) => id)).toEqual(["b"]);
  });

  it("end for good, also after a new start", async () => {
    const file = open();
    await file.open(session("a"), null);
    expect(await file.end(({ id }) => id === "a")).toMatchObject({ id: "a" });
    expect(await file.end(({ id }) => id === "a")).toBeNull();
    expect([await file.read("hash-a", true), await open().read("hash-a", true)]).toEqual([null, null]);
  });

  it("know for a minute at most less of their last use after a new start", async () => {
    const file = open();
    await file.open(session("a"), null);
    now += 30_000;
    await file.read("hash-a", true);
    expect((await open().read("hash-a", false))?.seenMs).toBe(now - 30_000);
    now += 60_000;
    await file.read("hash-a", true);
    expect((await open().read("hash-a", false))?.seenMs).toBe(now);
  });

  it("are kept of somebody who works without a pause", async () => {
    const file = open();
    await file.open(session("a"), null);
    for (let use = 0; use < 120; use++) {
      now += 30_000;
      expect(await file.read("hash-a", true)).not.toBeNull();
    }
    expect(now - ((await open().read("hash-a", false))?.seenMs ?? 0)).toBeLessThanOrEqual(60_000);
  });

  it("are read again after a reading that failed", async () => {
    mkdirSync(path());
    const file = open();
    await expect(file.list()).rejects.toThrow("EISDIR");
    rmdirSync(path());
    expect(await file.list()).toEqual([]);
  });

  it("of one person are twenty at most: the one that was away longest ends", async () => {
    const file = open();
    for (let number = 0; number < 21; number++) {
      now += 1_000;
      await file.open(session(String(number)), null);
    }
    const ids = (await file.list()).map(({ id }) => id);
    expect([ids.length, ids[0], ids.includes("0")]).toEqual([20, "20", false]);
  });

  it.each([
    ["cut short", '{"format":1,"sess'],
    ["of a newer version", '{"format":2,"sessions":[]}'],
    ["of something else", '{"format":1,"sessions":[{"id":"a","hash":"hash-a"},null,7]}'],
    ["empty", ""],
  ])("are none where the file is %s, and all can sign in again", async (_what, text) => {
    writeFileSync(path(), text);
    const file = open();
    expect(await file.list()).toEqual([]);
    await file.open(session("b"), null);
    expect((await open().list()).map(({ id }) => id)).toEqual(["b"]);
  });

  it("are all kept when many sign in at once", async () => {
    const file = open();
    const ids = Array.from({ length: 50 }, (_, number) => String(number));
    await Promise.all(ids.map((id) => file.open({ ...session(id), identity: identity(id) }, null)));
    expect((await open().list()).map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    expect(JSON.parse(readFileSync(path(), "utf8")).sessions).toHaveLength(50);
  });

  // A real disk, small and full: run as root on Linux.
  it("do not begin where they cannot be kept, and end all the same", async ({ skip }) => {
    const disk = mountSmallDisk(1);
    if (disk === null) return skip("a small disk can only be mounted by root on Linux");
    try {
      const file = open(join(disk.folder, "sessions.json"));
      await file.open(session("a"), null);
      disk.setReadOnly();
      await expect(file.open(session("b"), null)).rejects.toThrow("EROFS");
      expect(await file.read("hash-b", true)).toBeNull();
      await expect(file.end(({ id }) => id === "a")).rejects.toThrow("EROFS");
      expect(await file.read("hash-a", true)).toBeNull();
    } finally {
      disk.remove();
    }
  });
});

function identity(subject: string) {
  return { issuer: "https://login.example.com", subject, name: subject, groups: ["dev"] };
}

function session(id: string): NewSession {
  return { id, hash: `hash-${id}`, identity: identity("alice"), peer: "127.0.0.1" };
}
