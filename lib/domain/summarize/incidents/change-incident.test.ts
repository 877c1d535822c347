import { describe, expect, it } from "vitest";
import { aFrozenAttempt } from "@/lib/testing/a-frozen-attempt";
import type { ConfigurationChange } from "../configuration/configuration-change";
import { changeIncident, createIncident } from "./change-incident";
import type { Incident } from "./incident";
import type { ChangedIncident, IncidentChange } from "./incident-change";

const NOW = Date.UTC(2026, 10, 27, 14);
const ALICE = { id: "alice", name: "alice@example.com" };
const BOB = { id: "bob", name: "bob@example.com" };
const CHANGE: ConfigurationChange = {
  kind: "changed",
  part: "aws-auth",
  key: "",
  timeMs: NOW - 1000,
  isTimeKnown: true,
  afterMs: null,
  ...{ by: null, origin: null, evidence: null, diff: null, message: null, effects: [] },
};

function open(title = "Nobody gets in to prod"): Incident {
  const incident = createIncident(title, { id: "i1", nowMs: NOW, by: ALICE });
  if (typeof incident === "string") throw new Error(incident);
  return incident;
}

let made = 0;
function change(incident: Incident, what: IncidentChange, seenVersion: number | null = null, by = BOB) {
  made++;
  return changeIncident(incident, what, { id: `n${made}`, nowMs: NOW + made, by, seenVersion });
}

function done(changed: ChangedIncident): Incident {
  if (changed.kind === "refused") throw new Error(changed.message);
  return changed.incident;
}

function begunWith(...changes: readonly IncidentChange[]): Incident {
  return changes.reduce((incident, one) => done(change(incident, one)), open());
}

const add = (...numbers: number[]): IncidentChange => ({
  kind: "add-attempts",
  attempts: numbers.map((n) => aFrozenAttempt(n)),
});
const note = (text: string): IncidentChange => ({ kind: "add-note", text });
const messageOf = (changed: ChangedIncident) => (changed.kind === "refused" ? changed.message : null);

describe("an incident", () => {
  it("is begun with a title, and is renamed, closed and reopened, one version each", () => {
    const begun = open("  Nobody \n gets in ");
    expect(begun).toMatchObject({
      title: "Nobody gets in",
      state: "open",
      version: 1,
      by: ALICE,
      entries: [],
    });
    const closed = begunWith({ kind: "rename", title: "Prod" }, { kind: "close" });
    expect(closed).toMatchObject({ title: "Prod", state: "closed", version: 3 });
    expect(done(change(closed, { kind: "reopen" }))).toMatchObject({ state: "open", version: 4 });
  });

  it("stays the same object where nothing is changed", () => {
    const incident = begunWith(note("a"));
    const { id = "" } = incident.entries[0] ?? {};
    const removed = done(change(incident, { kind: "remove-entry", entryId: id }));
    for (const [one, what] of [
      [incident, { kind: "reopen" }],
      [incident, { kind: "rename", title: " Nobody gets in  to prod" }],
      [incident, { kind: "edit-note", entryId: id, text: " a\n" }],
      [removed, { kind: "remove-entry", entryId: id }],
    ] as const)
      expect(done(change(one, what))).toBe(one);
  });

  it("takes attempts once, and tells of those that were in it", () => {
    const two = begunWith(add(1, 2, 1));
    expect(two.entries.map(({ kind, by }) => [kind, by.name])).toEqual([
      ["attempt", BOB.name],
      ["attempt", BOB.name],
    ]);
    expect(new Set(two.entries.map(({ id }) => id)).size).toBe(2);
    expect(change(two, add(2, 3))).toMatchObject({ said: "Added 1; 1 was in the incident already." });
    expect(messageOf(change(two, add(1)))).toBe("This attempt is in the incident already.");
    expect(messageOf(change(two, add(1, 2)))).toBe("All of these attempts are in the incident already.");
  });

  it("takes a change of a cluster once, and so much of its diff", () => {
    const diff = Array.from({ length: 600 }, () => ({ kind: "added" as const, text: "x" }));
    const what = { kind: "add-change", cluster: "prod", change: { ...CHANGE, diff } } as const;
    const one = begunWith(what);
    expect(one.entries[0]).toMatchObject({ kind: "change", cluster: "prod" });
    expect(one.entries[0]?.kind === "change" && one.entries[0].change.diff?.length).toBe(500);
    expect(messageOf(change(one, what))).toBe("This change is in the incident already.");
    expect(done(change(one, { ...what, cluster: "dev" })).entries).toHaveLength(2);
  });

  it("keeps who edited a note and who removed what, and a removed attempt may come again", () => {
    const incident = begunWith(add(1), note("first\r\nsecond"));
    const [attempt, first] = incident.entries;
    const edited = done(change(incident, { kind: "edit-note", entryId: first?.id ?? "", text: "third" }));
    expect(edited.entries[1]).toMatchObject({ text: "third", edited: { by: BOB } });
    const removed = done(change(edited, { kind: "remove-entry", entryId: attempt?.id ?? "" }, null, ALICE));
    expect(removed.entries[0]).toEqual({
      kind: "removed",
      id: attempt?.id,
      addedMs: attempt?.addedMs,
      by: BOB,
      was: "attempt",
      timeMs: aFrozenAttempt(1).attempt.timeMs,
      cluster: aFrozenAttempt(1).attempt.cluster,
      removed: { ms: NOW + made, by: ALICE },
    });
    expect(done(change(removed, add(1))).entries).toHaveLength(3);
  });

  it("is not written over by somebody who has not seen it", () => {
    const incident = begunWith(note("a"));
    expect(messageOf(change(incident, { kind: "close" }, 1))).toMatch(/^Somebody has changed this incident/);
    expect(done(change(incident, { kind: "close" }, 2)).state).toBe("closed");
  });

  it.each([
    ["no title", { kind: "rename", title: " " }, "An incident needs a title."],
    ["a title too long", { kind: "rename", title: "a".repeat(201) }, "A title has at most 200 characters."],
    ["an empty note", note(" \n"), "A note needs a text."],
    ["a note too long", note("a".repeat(4_001)), "A note has at most 4000 characters."],
    [
      "a note of none",
      { kind: "edit-note", entryId: "x", text: "a" },
      "There is no such note in this incident.",
    ],
    ["an entry of none", { kind: "remove-entry", entryId: "x" }, "There is no such entry in this incident."],
    [
      "too many at once",
      add(...Array.from({ length: 101 }, (_, n) => n)),
      "At most 100 attempts can be added at once.",
    ],
  ] satisfies [string, IncidentChange, string][])("refuses %s", (_what, what, message) => {
    expect(change(open(), what)).toEqual({ kind: "refused", message });
  });

  it("takes nothing while it is closed, and at most so many entries", () => {
    const closed = begunWith({ kind: "close" });
    for (const what of [add(1), note("a")])
      expect(messageOf(change(closed, what))).toBe("This incident is closed: reopen it first.");
    const batches = [0, 1, 2, 3, 4].map((k) => add(...Array.from({ length: 100 }, (_, n) => k * 100 + n)));
    const full = begunWith(...batches);
    for (const what of [add(500), note("a")])
      expect(messageOf(change(full, what))).toBe("An incident has at most 500 entries.");
  });
});
