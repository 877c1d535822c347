import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SavedViewChange } from "@/lib/domain/summarize/saved-view";
import type { Investigations } from "@/lib/ports/investigations";
import { NotNoted, type OwnAuditNote } from "@/lib/ports/own-audit-log";
import type { Role, Viewer } from "@/lib/ports/viewer";
import type { Asker } from "../access/asker";
import { createViewDeeds } from "./create-view-deeds";

const NOW = Date.UTC(2026, 10, 27);
const CLUSTERS = ["prod", "dev", "shop prod (eu)"];

function asker(role: Role, clusters: Viewer["clusters"] = "all"): Asker {
  const viewer = { kind: "person", id: "i|carol", name: "carol@example.com", role, clusters } as const;
  return { viewer, peer: "192.0.2.1", sessionId: null };
}

const ALL = asker("auditor");
const DEV = asker("auditor", ["dev"]);

describe("saved views", () => {
  let dataDir: string;
  let notes: OwnAuditNote[];
  let isFull: boolean;
  let deeds: ReturnType<typeof createViewDeeds>;

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "gatebook-view-deeds-"));
    [notes, isFull] = [[], false];
    const note = async (one: OwnAuditNote) => {
      if (isFull) throw new NotNoted("The audit log cannot be written (full), so this was not done.");
      notes.push(one);
    };
    const investigations = { reportCoverage: async () => ({ clusters: CLUSTERS }) };
    deeds = createViewDeeds({
      dataDir,
      clock: { now: () => NOW, sleep: async () => undefined },
      audit: { note },
      investigations: investigations as unknown as Investigations,
    });
  });
  afterEach(() => rm(dataDir, { recursive: true }));

  const change = (who: Asker, asked: SavedViewChange) => deeds.changeViews.run(who, asked);
  const save = (name: string, query: string) => change(ALL, { kind: "save", name, query });
  const namesFor = async (who: Asker) => (await deeds.listViews.run(who, null)).views.map(({ name }) => name);
  const idOf = async (name: string) =>
    (await deeds.listViews.run(ALL, null)).views.find((view) => view.name === name)?.id ?? "";

  it.each([
    ["a filter", "Denials", "cluster=prod&v=1"],
    ["one of two filters", "Denials", "cluster=dev&cluster=prod&v=1"],
    ["a filter for one that is gone", "Denials", "cluster=old-prod&v=1"],
    ["a text", "Denials", "q=role%2Fprod%2Fx&v=1"],
    ["its name", "Denials at PROD", "v=1"],
    ["its name, of some words", "Denials (shop prod (eu))", "v=1"],
  ])("that name a cluster by %s are not there for whom it is hidden", async (_how, name, query) => {
    await save(name, query);
    await save("Dev alone", "cluster=dev&v=1");
    expect(await namesFor(ALL)).toHaveLength(2);
    expect(await namesFor(DEV)).toEqual(["Dev alone"]);
    const id = await idOf(name);
    for (const asked of [
      { kind: "rename", id, name: "x" },
      { kind: "replace", id, query: "v=1", seenMs: NOW },
      { kind: "delete", id },
    ] as const)
      expect(await change(DEV, asked)).toEqual({
        kind: "refused",
        message: "Somebody has deleted this view.",
      });
    expect(await namesFor(ALL)).toHaveLength(2);
    const saved = await change(DEV, { kind: "save", name: "Mine", query: "cluster=dev&v=1" });
    expect(saved.kind === "done" && saved.list.views.map((view) => view.name)).toEqual(["Dev alone", "Mine"]);
  });

  it.each([
    ["no cluster", "Denials", "decision=denied&v=1"],
    ["one that may be seen", "Denials at dev", "cluster=dev&v=1"],
    ["a word that only begins so", "Products", "q=production-role&v=1"],
  ])("that name %s are for all", async (_what, name, query) => {
    await save(name, query);
    expect(await namesFor(DEV)).toEqual([name]);
  });

  it("that name somebody are not for viewers, who see people masked", async () => {
    await save("Alice", "q=alice%40example.com&v=1");
    await save("Account 111122223333", "v=1");
    await save("Denials", "decision=denied&v=1");
    expect(await namesFor(ALL)).toHaveLength(3);
    expect(await namesFor(asker("viewer"))).toEqual(["Denials"]);
  });

  it("are noted before they are changed: which, how, and by whom", async () => {
    await save("Denials", "v=1");
    const id = await idOf("Denials");
    await change(ALL, { kind: "replace", id, query: "decision=denied&v=1", seenMs: NOW });
    await change(ALL, { kind: "rename", id: "none", name: "x" });
    await change(ALL, { kind: "delete", id });
    await change(ALL, { kind: "delete", id });
    expect(notes.map(({ target, outcome, facts }) => ({ target, outcome, ...facts }))).toEqual([
      { target: `view ${id}`, outcome: "done", change: "save", name: "Denials", query: "v=1" },
      {
        target: `view ${id}`,
        outcome: "done",
        change: "replace",
        name: "Denials",
        query: "decision=denied&v=1",
      },
      { target: "view none", outcome: "refused", change: "rename", name: "x" },
      {
        target: `view ${id}`,
        outcome: "done",
        change: "delete",
        name: "Denials",
        query: "decision=denied&v=1",
      },
    ]);
    expect(notes[0]).toMatchObject({ deed: "views-changed", viewer: { id: "i|carol" }, peer: "192.0.2.1" });
  });

  it("are not changed where that cannot be noted", async () => {
    await save("Denials", "v=1");
    const file = join(dataDir, "views.json");
    const before = await readFile(file, "utf8");
    isFull = true;
    await expect(save("More", "v=1")).rejects.toThrow("so this was not done");
    await expect(change(ALL, { kind: "delete", id: await idOf("Denials") })).rejects.toThrow("not done");
    expect(await readFile(file, "utf8")).toBe(before);
  });
});
