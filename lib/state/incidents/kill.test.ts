import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { bundleProgram } from "@/lib/testing/bundle-program";
import { createDice } from "@/lib/testing/fuzz/dice";
import { runAndKill } from "@/lib/testing/run-and-kill";
import { IncidentFolder } from "./incident-folder";

const KILLS = 5;
const LONGEST_LIFE_MS = 60;

let folder: string;
let program: Awaited<ReturnType<typeof bundleProgram>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gatebook-kill-incidents-"));
  program = await bundleProgram(join(import.meta.dirname, "change-incident.child.ts"));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await rm(program.folder, { recursive: true });
});

it("a process that is killed while it changes an incident loses no change that it has acknowledged", async () => {
  const path = join(folder, "incidents");
  const random = createDice(6);
  const open = () => new IncidentFolder(path, { now: Date.now });
  let acknowledged = 0;
  // On a busy machine some are killed before their first change.
  for (let kill = 0; kill < KILLS || acknowledged <= KILLS; kill++) {
    const { lines } = await runAndKill(program.path, [path], random.below(LONGEST_LIFE_MS));
    for (const line of lines.slice(1)) acknowledged = Math.max(acknowledged, Number(line));
    const { outlines, problems } = await open().list();
    expect([outlines.length, problems]).toEqual([1, []]);
    const found = Number(outlines[0]?.title);
    expect([acknowledged, acknowledged + 1]).toContain(found);
    // What was written and not acknowledged counts from now on: the next may be killed in the same place.
    acknowledged = found;
  }
  const [{ id } = { id: "" }] = (await open().list()).outlines;
  const by = { id: "local", name: "local" };
  await open().change(id, { kind: "rename", title: "last" }, { by, seenVersion: null });
  expect(await readdir(path)).toEqual([`${id}.json`]);
});
