import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AuditRow } from "@/lib/domain/summarize/audit/audit-row";
import type { OwnAuditNote } from "@/lib/ports/own-audit-log";
import { AuditFile } from "@/lib/state/audit/audit-file";
import { readJsonLines, runCommand } from "@/lib/testing/run-command";
import { runGatebook } from "../gatebook";

const START = Date.UTC(2026, 10, 27, 17);
const HOUR_MS = 3_600_000;
const HOSTILE = "x\u001b[2J\u202e\nfake";

describe("gatebook audit", () => {
  let data: string;
  let log: AuditFile;
  const run = (...args: string[]) => runCommand((io) => runGatebook(["audit", ...args, "--data", data], io));

  beforeEach(async () => {
    data = mkdtempSync(join(tmpdir(), "gatebook-audit-"));
    let nowMs = START;
    const parts = { clock: { now: () => nowMs }, emit: () => undefined, warn: () => undefined };
    log = await AuditFile.open(join(data, "audit.jsonl"), parts);
    for (const one of [
      note("view", "Alice", HOSTILE),
      note("export", "Bob", "v=1"),
      note("view", "Bob", "a1"),
    ]) {
      await log.note(one);
      nowMs += HOUR_MS;
    }
    // It stays open meanwhile: both commands work beside whoever writes.
  });
  afterEach(async () => {
    await log.close();
    rmSync(data, { recursive: true });
  });

  it("lists newest first, and lets nothing steer the terminal", async () => {
    const { stdout, stderr, code } = await run("list");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const lines = stdout.split("\n").slice(0, -1);
    expect(lines.map((line) => line.trim().slice(0, 1))).toEqual(["3", "2", "1"]);
    expect(lines[1]).toContain("2026-11-27T18:00:00.000Z  Bob (auditor)");
    expect(lines.join("")).not.toMatch(/[\p{C}\u2028\u2029]/u);
    expect(lines[2]).toContain("Saw  x\\u{1b}[2J");
  });

  it.each([
    [["--deed", "export"], [2]],
    [
      ["--who", "bob"],
      [3, 2],
    ],
    [["--who", "issuer|Alice"], [1]],
    [
      ["--since", "2026-11-27T18:00:00Z"],
      [3, 2],
    ],
    [["--limit", "1"], [3]],
    [["--who", "nobody"], []],
  ])("narrows with %j", async (args, expected) => {
    const { stdout, code } = await run("list", "--json", ...args);
    expect(code).toBe(0);
    expect(readJsonLines<AuditRow>(stdout).map(({ seq }) => seq)).toEqual(expected);
    expect(stdout.replaceAll("\n", "")).not.toMatch(/[\p{C}\u2028\u2029]/u);
  });

  it("says that a log is intact, and names the first line that is not", async () => {
    expect(await run("verify")).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Intact: 3 lines, .*\n$/),
    });
    const path = join(data, "audit.jsonl");
    writeFileSync(path, readFileSync(path, "utf8").replace('"target":"v=1"', '"target":"v=2"'));
    expect(await run("verify")).toMatchObject({
      code: 1,
      stdout: "Broken at line 2: it was changed. The 1 line before it is intact.\n",
    });
    const json = await run("verify", "--json");
    expect(JSON.parse(json.stdout)).toEqual({ kind: "broken", intact: 1, line: 2, why: "it was changed" });
  });

  it.each([
    [[], "say verify or list"],
    [["drop"], "say verify or list"],
    [["list", "--deed", "\u001bx"], "--deed takes one of sign-in,"],
    [["list", "--since", "yesterday"], "--since takes a time like"],
    [["list", "--limit", "0"], "--limit takes a number"],
    [["list", "--drop"], "Unknown option"],
  ])("explains wrong usage: %j", async (args, problem) => {
    const { code, stderr } = await run(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(problem);
    expect(stderr).not.toContain("\u001b");
  });

  it("says where there is no log", async () => {
    rmSync(join(data, "audit.jsonl"));
    rmSync(join(data, "audit.jsonl.head"));
    expect(await run("verify")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("there is no audit log"),
    });
  });
});

function note(deed: OwnAuditNote["deed"], name: string, target: string): OwnAuditNote {
  const viewer = { kind: "person", id: `issuer|${name}`, name, role: "auditor" } as const;
  return { deed, viewer, peer: "192.0.2.7", target, outcome: "done" };
}
