import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { bundleProgram } from "@/lib/testing/bundle-program";
import { createDice } from "@/lib/testing/fuzz/dice";
import { runAndKill } from "@/lib/testing/run-and-kill";
import { verifyAuditFile } from "./verify-audit-file";

const KILLS = 20;
const LONGEST_LIFE_MS = 60;

let folder: string;
let program: Awaited<ReturnType<typeof bundleProgram>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gatebook-kill-audit-"));
  program = await bundleProgram(join(import.meta.dirname, "note-audit.child.ts"));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await rm(program.folder, { recursive: true });
});

it("a process that is killed while it notes loses none that it has acknowledged, and the chain goes on", async () => {
  const path = join(folder, "audit.jsonl");
  const random = createDice(7);
  const acknowledged: string[] = [];
  // On a busy machine some are killed before their first note.
  for (let kill = 0; kill < KILLS || acknowledged.length <= KILLS; kill++) {
    const { lines } = await runAndKill(program.path, [path], random.below(LONGEST_LIFE_MS));
    acknowledged.push(...lines.slice(1));
    expect((await verifyAuditFile(path)).kind).toBe("intact");
  }
  const text = await readFile(path, "utf8");
  const kept = new Set(text.split("\n").slice(0, -1).map(targetOf));
  expect(acknowledged.filter((target) => !kept.has(target))).toEqual([]);
}, 120_000);

function targetOf(line: string): string {
  return (JSON.parse(line) as { target: string }).target;
}
