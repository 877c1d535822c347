import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import type { AuditFile } from "@/lib/state/audit/audit-file";
import type { Asker } from "../access/asker";
import { auditFile } from "../data-folder";
import { createLog } from "../log/create-log";
import { createAuditDeeds } from "./create-audit-deeds";
import { openAuditLog } from "./open-audit-log";

const ADMIN: Asker = { viewer: LOCAL_VIEWER, peer: "192.0.2.7", sessionId: null };
const NONE = { deed: null, who: null, sinceMs: null, untilMs: null };

describe("the audit log of the engine", () => {
  let dataDir: string;
  let told: string[];
  let audit: AuditFile;
  const open = () => {
    const log = createLog({
      part: "engine",
      format: "json",
      level: "info",
      write: (line) => told.push(line),
    });
    return openAuditLog(dataDir, { now: Date.now }, log);
  };
  const deeds = () => createAuditDeeds({ dataDir, audit });
  const list = (before: number | null, limit: number) =>
    deeds().listAudit.run(ADMIN, { filter: NONE, before, limit });

  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), "gatebook-audit-"));
    told = [];
    audit = await open();
  });
  afterEach(async () => {
    await audit.close();
    rmSync(dataDir, { recursive: true });
  });

  it("notes its start and what is exported, and tells each line in the program's log as it stands", async () => {
    await deeds().noteExport.run(ADMIN, { what: "attempts as csv", query: "cluster=prod&v=1", rows: 12 });
    const { rows } = await list(null, 10);
    expect(rows).toMatchObject([
      { seq: 2, deed: "export", peer: "192.0.2.7", target: "attempts as csv", facts: { rows: 12 } },
      { seq: 1, deed: "started", viewer: { id: "gatebook" }, facts: { intact: 0, broken: false } },
    ]);
    const lines = readFileSync(auditFile(dataDir), "utf8").split("\n").slice(0, -1);
    expect(told.map((line) => JSON.stringify(JSON.parse(line).audit))).toEqual(lines);
  });

  it("gives pages without a gap while more is noted, 200 rows at most", async () => {
    const note = (rows: number) => deeds().noteExport.run(ADMIN, { what: "x", query: "", rows });
    await Promise.all(Array.from({ length: 250 }, (_, index) => note(index)));
    const first = await list(null, 1_000);
    await note(250);
    const second = await list(first.next, 1_000);
    expect([first.rows.length, second.rows.length, second.next]).toEqual([200, 51, null]);
    expect([...first.rows, ...second.rows].map(({ seq }) => seq)).toEqual(
      Array.from({ length: 251 }, (_, index) => 251 - index),
    );
  });

  it("is for admins", () => {
    expect([deeds().listAudit.least, deeds().verifyAudit.least]).toEqual(["admin", "admin"]);
  });

  it("says at the next start that it is not intact, and goes on", async () => {
    await audit.close();
    const path = auditFile(dataDir);
    writeFileSync(path, readFileSync(path, "utf8").replace('"started"', '"stopped"'));
    told = [];
    audit = await open();
    expect(told[0]).toContain("The audit log is not intact. Broken at line 1: it was changed.");
    expect(await deeds().verifyAudit.run(ADMIN, null)).toMatchObject({ kind: "broken", line: 1 });
    expect((await list(null, 1)).rows).toMatchObject([{ seq: 2, facts: { broken: true } }]);
  });
});
