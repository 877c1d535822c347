import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseAuthenticatorLine } from "@/lib/domain/parse/authenticator-line";
import type { RawQuery, RawRow } from "@/lib/domain/summarize/raw-search";
import { searchRaw } from "@/lib/investigations/attempts/search-raw";
import type { EventStore } from "@/lib/ports/event-store";
import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { createDice } from "@/lib/testing/fuzz/dice";
import { createVirtualClock } from "@/lib/testing/virtual-clock";
import { openEventStore } from "../open-event-store";

const HOUR = 3_600_000;
const START = Date.UTC(2026, 0, 2, 12);
const WORDS = ["Alice", "bob", "DENIED", "granted", "ÉCLAIR", "ünïcode", "%", "'; --", "\\", "a"] as const;
const NOTHING_ELSE = { complete: null, checkpoint: null, notice: null, startedMs: 0, readAtMs: 0 };

interface Known {
  readonly cluster: string;
  readonly timeMs: number;
  readonly text: string;
}

/** Records of 36 hours, several of a millisecond, out of order over small pages: blocks overlap. */
function drawRecords(): Known[] {
  const dice = createDice(3);
  return Array.from({ length: 600 }, (_, n) => ({
    cluster: dice.pick(["prod", "staging"]),
    timeMs: START + dice.below(400) * 5 * 60_000 + dice.below(2),
    text: `${dice.pick(WORDS)} ${dice.pick(WORDS)} ${n}`,
  }));
}

describe("free text over raw records, beside the same search of a list", () => {
  const all = drawRecords();
  let folder: string;
  let store: EventStore;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "gatebook-search-"));
    store = await openEventStore({ path: join(folder, "events.duckdb") });
    for (const cluster of ["prod", "staging"]) {
      const source = {
        id: cluster,
        kind: "authenticator-log",
        label: cluster,
        cluster,
        accountId: null,
      } as const;
      const where = { region: "eu-west-1", group: `/aws/eks/${cluster}/cluster` };
      await store.openSource({ ...source, ...where }, { from: 0, to: 1 }, "reading");
    }
    for (let from = 0; from < all.length; from += 50) {
      for (const sourceId of ["prod", "staging"]) {
        const records = all
          .slice(from, from + 50)
          .filter(({ cluster }) => cluster === sourceId)
          .map(({ timeMs, text }) => {
            const parsed = parseAuthenticatorLine(text);
            const source = { stream: "s", timeMs, text, eventId: null };
            return { source, kind: "line" as const, parsed };
          });
        await store.appendPage({ sourceId, records, ...NOTHING_ELSE });
      }
    }
  });
  afterAll(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  const ask = (query: RawQuery, signal?: AbortSignal) => {
    const about = { version: "0", sample: true, startedMs: 0 };
    return searchRaw(
      LOCAL_VIEWER,
      query,
      { store, clock: createVirtualClock(START), about, pulses: async () => [] },
      signal,
    );
  };
  const dayQuery = {
    range: { from: START, to: START + 24 * HOUR },
    text: "a",
    cluster: [],
    cursor: null,
    limit: 50,
  };

  it("finds every record that holds it once, newest first, and says what it went through", async () => {
    const aQuery = fc.record({
      from: fc.integer({ min: 0, max: 20 }),
      hours: fc.integer({ min: 1, max: 24 }),
      text: fc.constantFrom(...WORDS.map((word) => word.toLowerCase()), "ALICE", " b", "12", "none"),
      cluster: fc.constantFrom<string[]>([], ["prod"], ["prod", "staging"], ["other"]),
      limit: fc.integer({ min: 15, max: 90 }),
    });
    await fc.assert(
      fc.asyncProperty(aQuery, async ({ from, hours, text, cluster, limit }) => {
        const range = { from: START + from * HOUR, to: START + (from + hours) * HOUR };
        const rows: RawRow[] = [];
        let cursor: string | null = null;
        do {
          const page = await ask({ range, text, cluster, cursor, limit });
          rows.push(...page.rows);
          cursor = page.next;
          expect(page.rows.length).toBeLessThanOrEqual(limit);
          expect(page.scanned.complete).toBe(cursor === null);
          expect(page.scanned.unreadable).toBe(0);
          expect(page.scanned.from).toBe(cursor === null ? range.from : page.rows.at(-1)?.timeMs);
        } while (cursor !== null);
        const isAsked = (one: Known) => cluster.length === 0 || cluster.includes(one.cluster);
        const expected = all
          .filter(({ timeMs }) => timeMs >= range.from && timeMs < range.to)
          .filter((one) => isAsked(one) && one.text.toLowerCase().includes(text.toLowerCase()));
        expect(rows.map(({ text: found }) => found).sort()).toEqual(expected.map((one) => one.text).sort());
        expect(rows.map(({ timeMs }) => timeMs)).toEqual(
          expected.map(({ timeMs }) => timeMs).toSorted((a, b) => b - a),
        );
        expect(new Set(rows.map(({ recordId }) => recordId)).size).toBe(rows.length);
      }),
      { numRuns: 12, seed: 5 },
    );
  });

  it("counts records and bytes", async () => {
    const { scanned } = await ask({ ...dayQuery, text: "nowhere" });
    const within = all.filter(({ timeMs }) => timeMs < START + 24 * HOUR);
    expect(scanned.records).toBeGreaterThanOrEqual(within.length);
    expect(scanned.records).toBeLessThanOrEqual(all.length);
    const bytes = within.reduce((sum, { text }) => sum + Buffer.byteLength(text) + 1, 0);
    expect(scanned.bytes).toBeGreaterThanOrEqual(bytes);
    expect(scanned).toMatchObject({ ...dayQuery.range, complete: true });
  });

  it("refuses what it cannot do, and says why", async () => {
    const range = { from: START, to: START + 24 * HOUR + 1 };
    await expect(ask({ ...dayQuery, range })).rejects.toMatchObject({
      parameter: "from",
      message: expect.stringContaining("at most 24 hours"),
    });
    await expect(ask({ ...dayQuery, text: " " })).rejects.toMatchObject({ parameter: "q" });
    await expect(ask({ ...dayQuery, text: "x".repeat(257) })).rejects.toMatchObject({ parameter: "q" });
    await expect(ask({ ...dayQuery, limit: 501 })).rejects.toMatchObject({ parameter: "limit" });
    await expect(ask({ ...dayQuery, cursor: "made up" })).rejects.toMatchObject({ parameter: "cursor" });
  });

  it("ends when it is told to", async () => {
    const abort = new AbortController();
    const search = ask({ ...dayQuery, text: "nowhere" }, abort.signal);
    abort.abort(new Error("gone"));
    await expect(search).rejects.toThrow("gone");
  });

  it("says how many records could not be searched", async () => {
    const names = (await readdir(join(folder, "raw"), { recursive: true })).filter((name) =>
      name.endsWith(".gz"),
    );
    const name = names.find((one) => one.startsWith("prod") && one.includes("2026-01-02")) ?? "";
    await writeFile(join(folder, "raw", name), "damaged");
    const { rows, scanned } = await ask({ ...dayQuery, limit: 500 });
    const day = Date.UTC(2026, 0, 3);
    expect(scanned.unreadable).toBe(
      all.filter(({ cluster, timeMs }) => cluster === "prod" && timeMs < day).length,
    );
    expect(rows.filter(({ cluster, timeMs }) => cluster === "prod" && timeMs < day)).toEqual([]);
    expect(rows.length).toBeGreaterThan(0);
  });
});
