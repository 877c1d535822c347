import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SavedViewChange, SavedViewOutcome } from "@/lib/domain/summarize/saved-view";
import { fillDisk } from "@/lib/testing/fill-disk";
import { mountSmallDisk } from "@/lib/testing/small-disk";
import { ViewFile } from "./view-file";

const NOW = Date.UTC(2026, 10, 27, 3, 40);
const QUERY = "decision=denied&v=1";

describe("saved views", () => {
  let folder: string;
  const path = () => join(folder, "views.json");
  const open = (place = path()) => new ViewFile(place, { now: () => NOW });
  const names = async () => (await open().list()).views.map(({ name }) => name);
  const save = (name: string, query = QUERY) => open().change({ kind: "save", name, query });
  const idOf = async (name: string) =>
    (await open().list()).views.find((view) => view.name === name)?.id ?? "";

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "gatebook-views-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("are there after a new start, by name, for this user alone", async () => {
    await save("  View \t 10 ");
    await save("view 9");
    const { views, problem, setAside } = await open().list();
    expect(views.map(({ name }) => name)).toEqual(["view 9", "View 10"]);
    expect(views[0]).toEqual({ id: views[0]?.id, name: "view 9", query: QUERY, savedMs: NOW });
    expect([problem, setAside]).toEqual([null, []]);
    expect(readdirSync(folder)).toEqual(["views.json"]);
    if (process.platform !== "win32") expect(statSync(path()).mode & 0o777).toBe(0o600);
  });

  it("are renamed, replaced and deleted, and what is gone is told", async () => {
    await save("Alpha");
    const id = await idOf("Alpha");
    await open().change({ kind: "rename", id, name: "Beta" });
    await open().change({ kind: "replace", id, query: "v=1", seenMs: NOW });
    expect((await open().list()).views).toEqual([{ id, name: "Beta", query: "v=1", savedMs: NOW + 1 }]);
    await open().change({ kind: "delete", id });
    expect(await names()).toEqual([]);
    expect(messageOf(await open().change({ kind: "rename", id, name: "x" }))).toMatch(
      /has deleted this view/,
    );
    expect((await open().change({ kind: "delete", id })).kind).toBe("done");
  });

  it("are not written over by somebody who has not seen them", async () => {
    await save("Alpha");
    const id = await idOf("Alpha");
    await open().change({ kind: "replace", id, query: "cluster=prod&v=1", seenMs: NOW });
    const late = await open().change({ kind: "replace", id, query: "cluster=dev&v=1", seenMs: NOW });
    expect(messageOf(late)).toMatch(/^Somebody has changed this view meanwhile/);
    expect((await open().list()).views[0]?.query).toBe("cluster=prod&v=1");
  });

  it("are saved once, however often the same is sent", async () => {
    await save("Alpha");
    const before = readFileSync(path(), "utf8");
    expect((await save("alpha")).kind).toBe("done");
    expect(readFileSync(path(), "utf8")).toBe(before);
  });

  it.each([
    ["no name", { name: " \n " }, "A view needs a name."],
    ["a name that is taken", { name: "ALPHA" }, "There is a view of this name already."],
    ["a name that is too long", { name: "a".repeat(81) }, "A name has at most 80 characters."],
    ["a name of 256 KB", { name: "\u202e".repeat(131_072) }, "A name has at most 80 characters."],
    [
      "too many filters",
      { name: "x", query: "q".repeat(8_001) },
      "The view has too many filters to be saved.",
    ],
  ])("refuse %s, and stay as they were", async (_why, given, message) => {
    await save("Alpha");
    const before = readFileSync(path(), "utf8");
    expect(await open().change({ kind: "save", query: "v=1", ...given })).toEqual({
      kind: "refused",
      message,
    });
    expect(readFileSync(path(), "utf8")).toBe(before);
  });

  it("keep a name as it was written, whatever stands in it", async () => {
    const hostile = ["\u202eevil", "__proto__", '"},{"', "a\u0000\ud800b", "<script>"];
    for (const name of hostile) await save(name);
    expect((await names()).toSorted()).toEqual(hostile.toSorted());
  });

  it("are all kept when many save at once, and at most so many", async () => {
    const file = open();
    const wanted = Array.from({ length: 201 }, (_, index) => `view ${index}`);
    const outcomes = await Promise.all(wanted.map((name) => file.change({ kind: "save", name, query: "" })));
    expect(await names()).toEqual(wanted.slice(0, 200));
    expect(messageOf(outcomes.at(-1))).toBe("There are 200 views already: delete one first.");
  });

  it("leave the file of a newer version untouched, and say so", async () => {
    const text = '{"format":2,"views":[]}';
    writeFileSync(path(), text);
    expect((await open().list()).problem).toContain("was written by a newer Gatebook");
    expect(await save("Alpha")).toMatchObject({ kind: "failed" });
    expect(readFileSync(path(), "utf8")).toBe(text);
  });

  it.each([
    ["cut short", '{"format":1,"vie'],
    ["of something else", '{"format":1,"views":[{"id":1}]}'],
    ["empty", ""],
    ["with a name of 256 KB", JSON.stringify({ format: 1, views: [view("1", "\u202e".repeat(131_072))] })],
    ["with one id twice", JSON.stringify({ format: 1, views: [view("1", "a"), view("1", "b")] })],
    ["far too long", `{"format":1,"views":[]}${" ".repeat(16 * 1024 ** 2)}`],
  ])("set a file %s aside when one is saved, not before, and say so", async (_what, text) => {
    writeFileSync(path(), text);
    expect((await open().list()).problem).toContain("views.json in the data folder is damaged");
    expect((await open().change({ kind: "delete", id: "1" })).kind).toBe("done");
    expect(readFileSync(path(), "utf8")).toBe(text);
    expect((await save("Alpha")).kind).toBe("done");
    const aside = "views.json.damaged-20261127T034000000Z";
    expect(await open().list()).toMatchObject({
      views: [{ name: "Alpha" }],
      problem: null,
      setAside: [aside],
    });
    expect(readFileSync(join(folder, aside), "utf8")).toBe(text);

    // A second one at the same moment must not take the first one's place.
    writeFileSync(path(), "}");
    expect((await save("Beta")).kind).toBe("failed");
    expect([readFileSync(path(), "utf8"), readFileSync(join(folder, aside), "utf8")]).toEqual(["}", text]);
  });

  it("are read when an editor has put a byte order mark before them", async () => {
    writeFileSync(path(), `\uFEFF${JSON.stringify({ format: 1, views: [view("1", "Alpha")] })}`);
    expect(await names()).toEqual(["Alpha"]);
  });

  it("do not mind what a killed process began to write", async () => {
    await save("Alpha");
    writeFileSync(`${path()}.next`, '{"format":1,"views":[{"na');
    expect(await names()).toEqual(["Alpha"]);
    await save("Beta");
    expect(await names()).toEqual(["Alpha", "Beta"]);
  });

  it("say what is in their place", async () => {
    mkdirSync(path());
    expect((await open().list()).problem).toBe("The saved views cannot be read (EISDIR).");
    expect(messageOf(await save("Alpha"))).toBe("The saved views cannot be changed (EISDIR).");
  });

  // A real disk, small and full: run as root on Linux.
  it("stand as they were on a full disk, and on one that cannot be written", async ({ skip }) => {
    const disk = mountSmallDisk(1);
    if (disk === null) return skip("a small disk can only be mounted by root on Linux");
    try {
      const file = open(join(disk.folder, "views.json"));
      const change = (name: string): SavedViewChange => ({ kind: "save", name, query: "v=1" });
      await file.change(change("Alpha"));
      const before = await file.list();
      fillDisk(join(disk.folder, "ballast"));
      expect(messageOf(await file.change(change("b".repeat(80))))).toMatch(
        /^The disk of the data folder is full/,
      );
      expect(readdirSync(disk.folder).toSorted()).toEqual(["ballast", "views.json"]);
      rmSync(join(disk.folder, "ballast"));
      disk.setReadOnly();
      expect(messageOf(await file.change(change("Beta")))).toBe(
        "The data folder cannot be written (EROFS): nothing was changed.",
      );
      expect(await file.list()).toEqual(before);
    } finally {
      disk.remove();
    }
  });
});

function view(id: string, name: string) {
  return { id, name, query: QUERY, savedMs: NOW };
}

function messageOf(outcome: SavedViewOutcome | undefined): string | null {
  return outcome === undefined || outcome.kind === "done" ? null : outcome.message;
}
