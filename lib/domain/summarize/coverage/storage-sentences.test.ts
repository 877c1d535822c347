import { expect, it } from "vitest";
import { storageSentences } from "./storage-sentences";

const WELL = { state: "ok", sinceMs: null, freeBytes: 5 * 1024 ** 3, setAside: [] } as const;

it("says nothing where all is well", () => {
  expect(storageSentences(WELL)).toEqual([]);
});

it("says that the disk is full, since when, and what to do", () => {
  const sinceMs = Date.UTC(2026, 10, 2, 12, 30);
  const full = { ...WELL, state: "full", sinceMs, freeBytes: 40 * 1024 ** 2 } as const;
  expect(storageSentences(full)).toEqual([
    expect.stringMatching(/is full \(40 MiB are free\): nothing new is stored since .*12:30.* make room/),
  ]);
  expect(storageSentences({ ...full, sinceMs: null, freeBytes: null })).toEqual([
    expect.stringContaining("is full: nothing new is stored. "),
  ]);
});

it("names what was set aside", () => {
  const setAside = ["events.duckdb.damaged-20261102T123000Z"];
  expect(storageSentences({ ...WELL, setAside })).toEqual([expect.stringContaining(setAside[0] ?? "")]);
});
