import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Investigations } from "@/lib/ports/investigations";
import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { freezeEvidence } from "@/lib/share/freeze-evidence";
import { IncidentFolder } from "@/lib/state/incidents/incident-folder";
import { aFrozenAttempt } from "@/lib/testing/a-frozen-attempt";
import { collectEvidence } from "./collect-evidence";

const NOW = Date.UTC(2026, 10, 27, 14);
let folder: string;
let incidents: IncidentFolder;
let view: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gatebook-share-incident-"));
  incidents = new IncidentFolder(folder, { now: () => NOW });
  const by = { id: "issuer|1", name: "alice@example.com" };
  const made = await incidents.create("Prod is shut", by);
  if (made.kind !== "done") throw new Error(made.message);
  const doing = { by, seenVersion: null };
  const attempts = [aFrozenAttempt(1, { cluster: "prod" }), aFrozenAttempt(2, { cluster: "dev" })];
  await incidents.change(made.answer.id, { kind: "add-attempts", attempts }, doing);
  await incidents.change(made.answer.id, { kind: "add-note", text: "Ask bob@example.com" }, doing);
  view = `/incidents/${made.answer.id}`;
});
afterAll(() => rm(folder, { recursive: true }));

function collect(clusters: "all" | readonly string[], at = view) {
  const viewer = { ...LOCAL_VIEWER, kind: "person", id: "issuer|2", clusters } as const;
  return collectEvidence({ investigations: {} as Investigations, incidents, viewer, nowMs: NOW }, at);
}

it("an incident is shared with its records, as far as whoever shares it sees it", async () => {
  const all = await collect("all");
  expect([all?.clusters, all?.evidence.kind, all?.evidence.title]).toEqual([
    ["dev", "prod"],
    "incident",
    "Prod is shut",
  ]);
  expect(all?.evidence.records.map(({ recordId }) => recordId)).toEqual(["r1", "r2"]);
  const some = await collect(["prod"]);
  expect([some?.clusters, some?.evidence.records.length]).toEqual([["prod"], 1]);
  expect(await collect(["test"])).toBeNull();
  expect(await collect("all", "/incidents/none")).toBeNull();
  expect(await collect("all", "/incidents")).toBeNull();
});

it("what a level hides is not in what is frozen of it", async () => {
  const collected = await collect("all");
  if (collected === null) throw new Error("There is no incident");
  const freezing = {
    level: "R1",
    key: "k",
    madeMs: NOW,
    sharedBy: "alice@example.com",
    note: "",
    view,
  } as const;
  const text = JSON.stringify(freezeEvidence(collected.evidence, freezing));
  for (const secret of ["alice@example.com", "bob@example.com", "111122223333"])
    expect(text).not.toContain(secret);
});
