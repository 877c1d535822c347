import { describe, expect, it } from "vitest";
import { aFrozenAttempt } from "@/lib/testing/a-frozen-attempt";
import type { Incident, IncidentEntry } from "./incident";
import { incidentEvidence } from "./incident-evidence";
import { outlineOf } from "./incident-outline";
import { maySeeIncident, summarizeIncident, viewIncident } from "./see-incident";

const NOW = Date.UTC(2026, 10, 27, 14);
const ALICE = { id: "alice", name: "alice@example.com" };
const REST = { mayChange: false, said: null, nowMs: NOW };

function incidentOf(...entries: readonly IncidentEntry[]): Incident {
  const head = { id: "i1", title: "Prod", state: "open", createdMs: NOW, by: ALICE } as const;
  return { ...head, version: 3, changedMs: NOW, entries };
}

function attemptAt(cluster: string, timeMs: number): IncidentEntry {
  const frozen = aFrozenAttempt(1, { cluster, timeMs });
  return { kind: "attempt", id: `a${timeMs}`, addedMs: NOW, by: ALICE, frozen };
}

const note: IncidentEntry = { kind: "note", id: "n", addedMs: NOW, by: ALICE, text: "hm", edited: null };
const mixed = incidentOf(
  note,
  attemptAt("prod", NOW - 1),
  attemptAt("dev", NOW - 3),
  attemptAt("prod", NOW - 2),
);
const scope = (...clusters: string[]) => {
  return { personId: "bob", seesCluster: (cluster: string) => clusters.includes(cluster) };
};

describe("who sees what of an incident", () => {
  it("is in the order of what happened, without clusters that are not one's own, which are counted", () => {
    const view = viewIncident(mixed, scope("prod"), REST);
    expect(view.entries.map(({ timeMs }) => timeMs - NOW)).toEqual([-2, -1, 0]);
    expect([view.hiddenCount, JSON.stringify(view).includes("dev")]).toEqual([1, false]);
    expect(summarizeIncident(outlineOf(mixed), scope("prod"))).toMatchObject({
      counts: { attempt: 2, change: 0, note: 1 },
      clusters: ["prod"],
    });
  });

  it("leaves out the texts of records and the ids of people", () => {
    const text = JSON.stringify(viewIncident(mixed, scope("prod", "dev"), REST));
    expect([text.includes("msg="), text.includes('"id":"alice"')]).toEqual([false, false]);
    expect(text).toContain('"sha256"');
  });

  it("hands on what one sees oneself, and each record once with its text", () => {
    const { kind, view, records } = incidentEvidence(mixed, scope("prod"), NOW);
    expect([kind, view.entries.length, view.hiddenCount, view.mayChange]).toEqual(["incident", 3, 1, false]);
    expect(records).toEqual(aFrozenAttempt(1).records);
    expect(incidentEvidence(mixed, scope(), NOW).records).toEqual([]);
  });

  it.each([
    ["one of its clusters", mixed, scope("dev"), true],
    ["none of its clusters", mixed, scope("test"), false],
    ["none, but it is his own", mixed, { ...scope("test"), personId: "alice" }, true],
    ["none, where it has notes alone", incidentOf(note), scope(), true],
  ])("who sees %s", (_what, incident, who, may) => {
    expect(maySeeIncident(outlineOf(incident), who)).toBe(may);
  });
});
