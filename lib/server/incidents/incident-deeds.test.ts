import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AttemptDetail } from "@/lib/domain/summarize/attempts/attempt-detail";
import type { ConfigurationChange } from "@/lib/domain/summarize/configuration/configuration-change";
import type { ConfigurationReport } from "@/lib/domain/summarize/configuration/configuration-report";
import { changeKeyOf } from "@/lib/domain/summarize/incidents/change-key";
import type { IncidentOutcome } from "@/lib/domain/summarize/incidents/incident-view";
import type { Investigations } from "@/lib/ports/investigations";
import type { IncidentListRequest } from "@/lib/domain/summarize/incidents/incident-request";
import { NotNoted, type OwnAuditNote } from "@/lib/ports/own-audit-log";
import { type Role, seesCluster, type Viewer } from "@/lib/ports/viewer";
import { aFrozenAttempt } from "@/lib/testing/a-frozen-attempt";
import type { Asker } from "../access/asker";
import { createIncidentDeeds } from "./create-incident-deeds";

const NOW = Date.UTC(2026, 10, 27, 14);
const LINE =
  'time="2026-11-27T13:00:00Z" level=info msg="access granted" arn="arn:aws:iam::111122223333:role/x"';
const CHANGE: ConfigurationChange = {
  ...{ kind: "changed", part: "aws-auth", key: "", timeMs: NOW - 5, isTimeKnown: true, afterMs: null },
  ...{ by: null, origin: null, evidence: null, diff: null, message: null, effects: [] },
};

/** What the store knows: an attempt at prod and one at dev, and a change of prod. */
const ATTEMPTS = new Map([
  ["p", detailOf("p", "prod", NOW - 10)],
  ["d", detailOf("d", "dev", NOW - 20)],
]);

function detailOf(id: string, cluster: string, timeMs: number): AttemptDetail {
  const { attempt } = aFrozenAttempt(1, { id, cluster, timeMs });
  const line = { recordId: `${id}-1`, eventId: null, stream: "s", timeMs, text: LINE, note: null };
  const rest = { reason: null, otherReasons: [], mapping: null, events: [], hopRecords: [], notSeen: [] };
  return { attempt, lines: [line], ...rest, chain: {} as AttemptDetail["chain"] };
}

const investigations: Pick<Investigations, "explainAttempt" | "reportConfiguration"> = {
  async explainAttempt(viewer, { id }) {
    const detail = ATTEMPTS.get(id) ?? null;
    return detail !== null && seesCluster(viewer, detail.attempt.cluster) ? detail : null;
  },
  async reportConfiguration(viewer, { cluster }) {
    const isThere = cluster === "prod" && seesCluster(viewer, cluster);
    return isThere ? ({ changes: [CHANGE] } as unknown as ConfigurationReport) : null;
  },
};

function asker(name: string, role: Role, clusters: Viewer["clusters"] = "all"): Asker {
  const viewer: Viewer = { kind: "person", id: `issuer|${name}`, name, role, clusters };
  return { viewer, peer: "192.0.2.1", sessionId: null };
}

const ALICE = asker("alice@example.com", "auditor");
const BOB = asker("bob@example.com", "auditor", ["dev"]);
const CAROL = asker("carol@example.com", "viewer", ["prod"]);

describe("the deeds of incidents", () => {
  let dataDir: string;
  let notes: OwnAuditNote[];
  let deeds: ReturnType<typeof createIncidentDeeds>;

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "gatebook-incident-deeds-"));
    notes = [];
    const audit = { note: async (note: OwnAuditNote) => void notes.push(note) };
    const clock = { now: () => NOW } as never;
    deeds = createIncidentDeeds({ dataDir, clock, investigations: investigations as Investigations, audit });
  });
  afterEach(() => rm(dataDir, { recursive: true }));

  async function begin(title = "Prod is shut"): Promise<string> {
    const { madeId } = answerOf(await deeds.changeIncidents.run(ALICE, { kind: "create", title }));
    return madeId ?? "";
  }

  type Request = Parameters<typeof deeds.changeIncident.run>[1]["request"];
  const change = (id: string, request: Request, who = ALICE) =>
    deeds.changeIncident.run(who, { id, request });
  const addBoth = (id: string) => change(id, { kind: "add-attempts", attemptIds: ["p", "d", "p"] });

  it("are for those whom the roles name", () => {
    const least = Object.fromEntries(Object.entries(deeds).map(([name, deed]) => [name, deed.least]));
    expect(least).toEqual({
      listIncidents: "viewer",
      readIncident: "viewer",
      readIncidentEvidence: "auditor",
      printIncident: "auditor",
      changeIncidents: "auditor",
      changeIncident: "auditor",
    });
  });

  it("keep attempts with their records, and a change, in the order of what happened", async () => {
    const id = await begin();
    await addBoth(id);
    await change(id, { kind: "add-change", cluster: "prod", change: changeKeyOf(CHANGE) });
    const { entries, version } = answerOf(await change(id, { kind: "add-note", text: "hm" }));
    expect([entries.map(({ kind }) => kind), version]).toEqual([["attempt", "attempt", "change", "note"], 4]);
    const query = { id, entryId: entries[0]?.id ?? "" };
    const sha256 = createHash("sha256").update(LINE).digest("hex");
    expect(answerOf(await deeds.readIncidentEvidence.run(ALICE, query))).toEqual([
      { recordId: "d-1", eventId: null, kind: "line", text: LINE, note: null, sha256 },
    ]);
    const markdown = answerOf(await deeds.printIncident.run(ALICE, { id, baseUrl: "https://g.example" }));
    expect(markdown).toContain("[Attempt](https://g.example/attempts/p)");
    expect(markdown).toContain(sha256);
  });

  it("show somebody what is of his clusters, count the rest, and let him take nothing of it", async () => {
    const id = await begin();
    await addBoth(id);
    const seen = answerOf(await deeds.readIncident.run(BOB, { id }));
    expect([seen.entries.length, seen.hiddenCount, JSON.stringify(seen).includes("prod")]).toEqual([
      1,
      1,
      false,
    ]);
    const { entries } = answerOf(await deeds.readIncident.run(ALICE, { id }));
    const hidden =
      entries.find((entry) => entry.kind === "attempt" && entry.attempt.cluster === "prod")?.id ?? "";
    const remove = { kind: "remove-entry", entryId: hidden, seenVersion: 2 } as const;
    expect(messageOf(await change(id, remove, BOB))).toBe("There is no such entry in this incident.");
    const query = { id, entryId: hidden };
    expect((await deeds.readIncidentEvidence.run(BOB, query)).kind).toBe("not-there");
    const gone = await deeds.changeIncidents.run(BOB, { kind: "delete", id, seenVersion: 2 });
    expect(messageOf(gone)).toMatch(/^Entries of clusters that you may not see are in it/);
    expect(messageOf(await change(id, { kind: "add-attempts", attemptIds: ["p"] }, BOB))).toBe(
      "There is no attempt p. Nothing was added.",
    );
  });

  it("tell nothing of an incident to somebody who sees none of its clusters", async () => {
    const id = await begin();
    await change(id, { kind: "add-attempts", attemptIds: ["d"] });
    expect((await deeds.listIncidents.run(CAROL, null)).incidents).toEqual([]);
    expect((await deeds.readIncident.run(CAROL, { id })).kind).toBe("not-there");
    expect((await deeds.listIncidents.run(BOB, null)).incidents).toHaveLength(1);
  });

  it("show a viewer nothing that R1 hides, and that he may change nothing", async () => {
    const id = await begin("Call alice@example.com");
    await change(id, { kind: "add-attempts", attemptIds: ["p"] });
    await change(id, { kind: "add-note", text: "arn:aws:iam::111122223333:role/x of alice@example.com" });
    const view = answerOf(await deeds.readIncident.run(CAROL, { id }));
    const list = await deeds.listIncidents.run(CAROL, null);
    expect([view.mayChange, list.mayChange, view.id, list.incidents[0]?.id]).toEqual([false, false, id, id]);
    for (const text of [JSON.stringify(view), JSON.stringify(list)])
      for (const secret of ["alice@example.com", "111122223333"]) expect(text).not.toContain(secret);
    expect(view.entries.map((entry) => entry.kind === "attempt" && entry.attempt.id)).toContain("p");
  });

  it.each([
    ["no attempt", { kind: "add-attempts", attemptIds: [] }, "No attempt is named."],
    [
      "an attempt that is none",
      { kind: "add-attempts", attemptIds: ["x"] },
      "There is no attempt x. Nothing was added.",
    ],
    [
      "too many attempts",
      { kind: "add-attempts", attemptIds: Array.from({ length: 101 }, (_, n) => `${n}`) },
      "At most 100 attempts can be added at once.",
    ],
    [
      "a change that is none",
      { kind: "add-change", cluster: "prod", change: "x" },
      "There is no such change of this cluster.",
    ],
    [
      "a version that was not seen",
      { kind: "close", seenVersion: 7 },
      "Somebody has changed this incident meanwhile: look at it first.",
    ],
  ] satisfies [string, Request, string][])("refuse %s", async (_what, request, message) => {
    expect(messageOf(await change(await begin(), request))).toBe(message);
  });

  it("are noted: who did what with which incident, and what came of it", async () => {
    const id = await begin();
    await change(id, { kind: "close", seenVersion: 1 });
    await change(id, { kind: "add-note", text: "late" });
    await deeds.readIncident.run(CAROL, { id });
    await deeds.printIncident.run(ALICE, { id, baseUrl: "https://g.example" });
    await deeds.changeIncidents.run(ALICE, { kind: "delete", id, seenVersion: 2 });
    const told = notes.map(({ deed, viewer, outcome, facts }) =>
      [deed, viewer.name.split("@")[0], outcome, ...Object.values(facts ?? {})].join(" "),
    );
    expect(told).toEqual([
      "incident-changed alice done create Prod is shut 1",
      "incident-changed alice done close Prod is shut 2",
      "incident-changed alice refused add-note",
      "view carol done",
      "export alice done markdown",
      "incident-changed alice done delete Prod is shut 2",
    ]);
    expect(new Set(notes.map(({ target, peer }) => `${target} ${peer}`))).toEqual(
      new Set([`incident ${id} 192.0.2.1`]),
    );
    expect((await deeds.listIncidents.run(ALICE, null)).incidents).toEqual([]);
  });
});

describe("incidents, where the audit log is full", () => {
  it("stay as they were, and none begins", async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "gatebook-incident-deeds-"));
    let isFull = false;
    const audit = {
      note: async () => {
        if (isFull) throw new NotNoted("so this was not done");
      },
    };
    const clock = { now: () => NOW } as never;
    const deeds = createIncidentDeeds({ dataDir, clock, investigations: {} as Investigations, audit });
    const run = (request: IncidentListRequest) => deeds.changeIncidents.run(ALICE, request);
    const id = answerOf(await run({ kind: "create", title: "Prod is shut" })).madeId ?? "";
    isFull = true;
    await expect(run({ kind: "create", title: "More" })).rejects.toThrow("not done");
    await expect(run({ kind: "delete", id, seenVersion: 1 })).rejects.toThrow("not done");
    const rename = { kind: "rename", title: "x", seenVersion: 1 } as const;
    await expect(deeds.changeIncident.run(ALICE, { id, request: rename })).rejects.toThrow("not done");
    isFull = false;
    expect((await deeds.listIncidents.run(ALICE, null)).incidents.map(({ title }) => title)).toEqual([
      "Prod is shut",
    ]);
    await rm(dataDir, { recursive: true });
  });
});

function answerOf<T>(outcome: IncidentOutcome<T>): T {
  if (outcome.kind !== "done") throw new Error(outcome.message);
  return outcome.answer;
}

function messageOf(outcome: IncidentOutcome<unknown>): string | null {
  return outcome.kind === "done" ? null : outcome.message;
}
