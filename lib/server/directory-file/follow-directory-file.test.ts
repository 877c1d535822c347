import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { FileEntry } from "@/lib/domain/identity/directory-entry";
import { StoreError } from "@/lib/ports/store-error";
import { createVirtualClock } from "@/lib/testing/virtual-clock";
import { followDirectoryFile } from "./follow-directory-file";

const ID = "d2c5f4e4-10a1-70b4-9d3e-000000000001";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gatebook-people-"));
  path = join(folder, "people.csv");
});
afterEach(() => rmSync(folder, { recursive: true }));

function setUp() {
  const clock = createVirtualClock(Date.UTC(2026, 10, 20));
  const kept: (readonly FileEntry[])[] = [];
  const warnings: string[] = [];
  const state = { full: false };
  const store = {
    replaceDirectoryFile: async (entries: readonly FileEntry[]) => {
      if (state.full) throw new StoreError("disk-full", "full");
      kept.push(entries);
    },
  };
  const onFailure = (error: unknown) => {
    throw error;
  };
  const follow = (of: string | null) =>
    followDirectoryFile({
      path: of,
      store,
      clock,
      onFailure,
      onWarning: (warning) => warnings.push(warning),
    });
  const names = () => kept.map((entries) => entries.map(({ userName }) => userName));
  return { clock, warnings, state, follow, names };
}

test("is taken over at once, and again when it was changed; what is wrong is told with file and line", async () => {
  const { clock, warnings, follow, names } = setUp();
  writeFileSync(path, `userId,userName\n${ID},alice\nnonsense,bob\n`);
  const end = await follow(path);
  expect(names()).toEqual([["alice"]]);
  expect(warnings).toEqual([
    `directory file ${path}, line 3: userId is no user id of Identity Center. Write it as ${ID}, or leave it out.`,
  ]);
  await clock.sleep(200_000);
  expect(names()).toHaveLength(1);
  writeFileSync(path, `userId,userName\n${ID},alice the second\n`);
  await clock.sleep(200_000);
  expect(names().at(-1)).toEqual(["alice the second"]);
  await end();
});

test("what it said stays while it is gone", async () => {
  const { clock, warnings, follow, names } = setUp();
  writeFileSync(path, `userId,userName\n${ID},alice\n`);
  const end = await follow(path);
  rmSync(path);
  await clock.sleep(200_000);
  expect(names()).toEqual([["alice"]]);
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toContain("What it said before is used.");
  writeFileSync(path, `userId,userName\n${ID},alice\n`);
  await clock.sleep(200_000);
  expect(names()).toHaveLength(2);
  await end();
});

test("waits while the disk is full", async () => {
  const { clock, state, follow, names } = setUp();
  writeFileSync(path, `userId,userName\n${ID},alice\n`);
  state.full = true;
  const end = await follow(path);
  expect(names()).toEqual([]);
  state.full = false;
  await clock.sleep(200_000);
  expect(names()).toEqual([["alice"]]);
  await end();
});

test("of no file what a former one said is forgotten", async () => {
  const { follow, names } = setUp();
  await (await follow(null))();
  expect(names()).toEqual([[]]);
});
