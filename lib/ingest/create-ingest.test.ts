import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type EventSource, SourceError, type SourceRecord } from "@/lib/ports/event-source";
import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { granted, memorySource, verifierEvent } from "@/lib/testing/ingest-records";
import { type IngestScene, openIngestScene } from "@/lib/testing/ingest-scene";

const NOW = Date.UTC(2026, 10, 20, 12);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe("ingest", () => {
  let scene: IngestScene;
  beforeEach(async () => {
    scene = await openIngestScene(NOW);
  });
  afterEach(() => scene.close());

  it("makes attempts of pages, once, however often they are read", async () => {
    const lines = [1, 2, 3, 4, 5].flatMap((n) => granted(NOW - n * HOUR, `user${n}@example.com`, n));
    const events = [1, 2, 3, 4].map((n) => verifierEvent(NOW - n * HOUR - 1000, n));
    const sources = [
      memorySource("authenticator-log", () => lines),
      memorySource("cloudtrail", () => [...events, ...events]),
    ];
    await scene.read(sources);
    await scene.read(sources);
    const { rows, total } = await scene.search();
    expect(total).toBe(5);
    expect(rows.map(({ sts }) => sts?.eventId ?? null)).toEqual([
      "event-1",
      "event-2",
      "event-3",
      "event-4",
      null,
    ]);
    expect(rows[0]).toMatchObject({
      decision: "granted",
      cluster: "prod",
      caller: { sessionName: "user1@example.com", accessKeyId: "ASIAEXAMPLE1", uniqueId: "AROAEXAMPLEDEV" },
      kubernetes: { username: "dev:user1@example.com", groups: ["dev"] },
      sts: { confidence: "keyed", alternatives: [] },
    });
  });

  it("joins what arrives late and out of order as it would have in time", async () => {
    const lines = [1, 2, 3].flatMap((n) => granted(NOW - n * HOUR, "a", n));
    const held = lines.splice(2, 1);
    const trail: SourceRecord[] = [];
    const sources = [memorySource("authenticator-log", () => lines), memorySource("cloudtrail", () => trail)];
    await scene.read(sources);
    expect((await scene.search()).rows.filter(({ sts }) => sts !== null)).toEqual([]);
    lines.push(...held);
    trail.push(verifierEvent(NOW - 2 * HOUR - 1000, 2));
    const standing = { range: { from: NOW - DAY, to: NOW }, cursor: "0", startedMs: NOW };
    const nothing = { records: [], complete: null, notice: null, startedMs: NOW, readAtMs: NOW };
    for (const { descriptor } of sources)
      await scene.store.appendPage({ sourceId: descriptor.id, checkpoint: standing, ...nothing });
    await scene.read(sources);
    const { rows } = await scene.search();
    expect(rows.map(({ sts }) => sts?.eventId ?? null)).toEqual([null, "event-2", null]);
    expect(rows[1]?.caller?.sessionName).toBe("a");
  });

  it("keeps a failing source's problem and reads the others", async () => {
    const problem = {
      code: "forbidden",
      message: "m",
      remedy: "r",
      permission: "cloudtrail:LookupEvents",
    } as const;
    const denied = memorySource("cloudtrail", () => []);
    const failing: EventSource = { ...denied, read: () => Promise.reject(new SourceError(problem)) };
    const ask = await scene.read([
      failing,
      memorySource("authenticator-log", () => granted(NOW - HOUR, "a")),
    ]);
    const { sources } = await ask.reportCoverage(LOCAL_VIEWER, {});
    expect(sources.map(({ kind, state }) => [kind, state])).toEqual([
      ["authenticator-log", "following"],
      ["cloudtrail", "failed"],
    ]);
    expect(sources[1]?.problem).toEqual(problem);
    expect((await scene.search()).total).toBe(1);
    const detail = await ask.explainAttempt(LOCAL_VIEWER, { id: (await scene.search()).rows[0]?.id ?? "" });
    expect(detail?.lines).toHaveLength(2);
    expect(detail?.notSeen[0]?.why).toBe(`${problem.message} ${problem.remedy}`);
  });
});
