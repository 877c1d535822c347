import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { bundleProgram } from "@/lib/testing/bundle-program";
import { createDice } from "@/lib/testing/fuzz/dice";
import { runAndKill } from "@/lib/testing/run-and-kill";
import { ViewFile } from "./view-file";

const KILLS = 10;
const LONGEST_LIFE_MS = 60;

let folder: string;
let program: Awaited<ReturnType<typeof bundleProgram>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gatebook-kill-views-"));
  program = await bundleProgram(join(import.meta.dirname, "rename-views.child.ts"));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await rm(program.folder, { recursive: true });
});

it("a process that is killed while it changes views loses none that it has acknowledged", async () => {
  const path = join(folder, "views.json");
  const random = createDice(5);
  let acknowledged = 0;
  // On a busy machine some are killed before their first change.
  for (let kill = 0; kill < KILLS || acknowledged <= KILLS; kill++) {
    const { lines } = await runAndKill(program.path, [path], random.below(LONGEST_LIFE_MS));
    for (const line of lines.slice(1)) acknowledged = Math.max(acknowledged, Number(line));
    const { views, problem, setAside } = await new ViewFile(path, { now: Date.now }).list();
    expect([views.length, problem, setAside]).toEqual([1, null, []]);
    const found = Number(views[0]?.name);
    expect([acknowledged, acknowledged + 1]).toContain(found);
    // What was written and not acknowledged counts from now on: the next may be killed in the same place.
    acknowledged = found;
  }
  await new ViewFile(path, { now: Date.now }).change({ kind: "save", name: "last", query: "v=1" });
  expect(await readdir(folder)).toEqual(["views.json"]);
});
