import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OwnAuditNote } from "@/lib/ports/own-audit-log";
import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { mountSmallDisk } from "@/lib/testing/small-disk";
import { AuditFile } from "./audit-file";
import { verifyAuditFile } from "./verify-audit-file";

const NOW = Date.UTC(2026, 10, 27, 17);

describe("the audit log", () => {
  let folder: string;
  let emitted: string[];
  let warned: string[];
  const path = () => join(folder, "audit.jsonl");
  const open = (place = path()) =>
    AuditFile.open(place, {
      clock: { now: () => NOW },
      emit: (line) => emitted.push(line),
      warn: (sentence) => warned.push(sentence),
    });
  const lines = () => readFileSync(path(), "utf8").split("\n").slice(0, -1);
  const keep = (kept: readonly string[]) => writeFileSync(path(), kept.map((line) => `${line}\n`).join(""));
  const write = async (...targets: string[]) => {
    const log = await open();
    for (const target of targets) await log.note(view(target));
    await log.close();
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "gatebook-audit-"));
    emitted = [];
    warned = [];
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("goes on after a new start, for this user alone, and tells each line elsewhere", async () => {
    await write("a");
    await write("b");
    expect(lines().map((line) => JSON.parse(line))).toMatchObject([
      { seq: 1, time: "2026-11-27T17:00:00.000Z", deed: "view", target: "a", prev: "0".repeat(64) },
      { seq: 2, target: "b", prev: JSON.parse(lines()[0] ?? "").hash },
    ]);
    expect(emitted).toEqual(lines());
    expect(await verifyAuditFile(path())).toMatchObject({ kind: "intact", intact: 2, halfLine: false });
    if (process.platform !== "win32") expect(statSync(path()).mode & 0o777).toBe(0o600);
  });

  it("is intact where nothing was noted", async () => {
    expect(await verifyAuditFile(path())).toEqual({ kind: "intact", intact: 0, hash: null, halfLine: false });
  });

  it("keeps all of what many note at once, in one chain", async () => {
    const log = await open();
    await Promise.all(Array.from({ length: 500 }, (_, index) => log.note(view(`t${index}`))));
    await log.note(view("after"));
    await log.close();
    expect(await verifyAuditFile(path())).toMatchObject({ kind: "intact", intact: 501 });
    expect(lines().map((line) => JSON.parse(line).target)).toEqual([
      ...Array.from({ length: 500 }, (_, index) => `t${index}`),
      "after",
    ]);
  });

  it("lets no text end a line, forge one, or steer what shows it", async () => {
    const hostile = [
      'x\n{"seq":9}\r',
      "\u001b[2J\u009b2J\u202e\u2028",
      '","hash":"',
      "a\ud800b",
      "é".repeat(5_000),
    ];
    await write(...hostile);
    expect(lines()).toHaveLength(hostile.length);
    expect(lines().join("")).not.toMatch(/[\p{C}\u2028\u2029]/u);
    expect(JSON.parse(lines()[1] ?? "").target).toBe(hostile[1]);
    expect(JSON.parse(lines()[4] ?? "").target).toHaveLength(2_001);
    expect((await verifyAuditFile(path())).kind).toBe("intact");
  });

  it.each<[string, (all: string[]) => string[], number, RegExp]>([
    [
      "a changed line",
      ([a = "", b = "", ...rest]) => [a, b.replace("t2", "t9"), ...rest],
      2,
      /^it was changed$/,
    ],
    ["a changed first line", ([a = "", ...rest]) => [a.replace("t1", "t9"), ...rest], 1, /^it was changed$/],
    ["a changed last line", (all) => [...all.slice(0, 4), "{}"], 5, /no line of this log/],
    ["a deleted line", ([a = "", , ...rest]) => [a, ...rest], 2, /its number is 3, not 2/],
    ["a deleted first line", (all) => all.slice(1), 1, /its number is 2, not 1/],
    ["an inserted line", ([a = "", ...rest]) => [a, a, ...rest], 2, /its number is 1, not 2/],
    ["an inserted text", ([a = "", ...rest]) => [a, "", ...rest], 2, /no line of this log/],
    [
      "two lines in the other order",
      ([a = "", b = "", c = "", ...rest]) => [a, c, b, ...rest],
      2,
      /number is 3/,
    ],
    ["lines cut off the end", (all) => all.slice(0, 3), 4, /lines were cut off: 5 had been written/],
    ["all lines cut off", () => [], 1, /lines were cut off: 5 had been written/],
  ])("shows %s, before and after it goes on", async (_what, change, line, why) => {
    await write("t1", "t2", "t3", "t4", "t5");
    keep(change(lines()));
    expect(await verifyAuditFile(path())).toEqual({
      kind: "broken",
      intact: line - 1,
      line,
      why: expect.stringMatching(why),
    });
    const left = lines();
    await write("later");
    expect(lines().slice(0, -1)).toEqual(left);
    expect(await verifyAuditFile(path())).toMatchObject({ kind: "broken", line });
  });

  it("shows a last line that was written anew with its hash", async () => {
    await write("t1", "t2");
    const [first = ""] = lines();
    const head = readFileSync(`${path()}.head`);
    keep([first]);
    rmSync(`${path()}.head`);
    await write("forged");
    writeFileSync(`${path()}.head`, head);
    expect(await verifyAuditFile(path())).toMatchObject({ kind: "broken", line: 2 });
  });

  it("cuts off a line that a killed process began, says so, and goes on", async () => {
    await write("a");
    appendFileSync(path(), '{"seq":2,"time":"20');
    expect(await verifyAuditFile(path())).toMatchObject({ kind: "intact", intact: 1, halfLine: true });
    await write("b");
    expect(warned).toEqual(["A line of the audit log was not finished: 19 bytes were cut off its end."]);
    expect(await verifyAuditFile(path())).toMatchObject({ kind: "intact", intact: 2, halfLine: false });
  });

  // A real disk, small and full: run as root on Linux.
  it("refuses on a full disk, and goes on when there is room", async ({ skip }) => {
    const disk = mountSmallDisk(1);
    if (disk === null) return skip("a small disk can only be mounted by root on Linux");
    try {
      const log = await open(join(disk.folder, "audit.jsonl"));
      await log.note(view("a"));
      fill(join(disk.folder, "ballast"));
      const many = Array.from({ length: 20 }, () => log.note(view("b".repeat(2_000))));
      for (const one of await Promise.allSettled(many))
        expect(one).toMatchObject({
          status: "rejected",
          reason: { message: expect.stringMatching(/disk .* is full/) },
        });
      rmSync(join(disk.folder, "ballast"));
      await log.note(view("c"));
      await log.close();
      expect(await verifyAuditFile(join(disk.folder, "audit.jsonl"))).toMatchObject({
        kind: "intact",
        intact: 2,
      });
      expect(existsSync(join(disk.folder, "audit.jsonl.head"))).toBe(true);
    } finally {
      disk.remove();
    }
  });
});

function view(target: string): OwnAuditNote {
  return { deed: "view", viewer: LOCAL_VIEWER, peer: null, target, outcome: "done" };
}

/** To the last byte. */
function fill(path: string): void {
  for (const size of [65_536, 4_096, 1])
    for (;;) {
      try {
        writeFileSync(path, Buffer.alloc(size), { flag: "a" });
      } catch {
        break;
      }
    }
}
