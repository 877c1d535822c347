import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { granted, INGEST_STREAM, memorySource } from "@/lib/testing/ingest-records";
import { type IngestScene, openIngestScene } from "@/lib/testing/ingest-scene";

const NOW = Date.UTC(2026, 10, 20, 12);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe("what was read", () => {
  let scene: IngestScene;
  beforeEach(async () => {
    scene = await openIngestScene(NOW);
  });
  afterEach(() => scene.close());

  it("pages through equal times without loss, and refuses a made-up cursor", async () => {
    const lines = Array.from({ length: 7 }, (_, n) => granted(NOW - HOUR, "a", n)).flat();
    await scene.read([memorySource("authenticator-log", () => lines)]);
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await scene.search(2, cursor);
      ids.push(...page.rows.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== null);
    expect(new Set(ids).size).toBe(7);
    await expect(scene.search(2, "1.x")).rejects.toMatchObject({ parameter: "cursor" });
  });

  it("counts facets without their own filter, and says what was not read", async () => {
    const lines = ["a", "a", "b"].flatMap((user, n) => granted(NOW - (n + 1) * HOUR, user, n));
    const ask = await scene.read([memorySource("authenticator-log", () => lines)]);
    const filter = { ...scene.all, session: ["b"] };
    const { facets, totals } = await ask.countByFacet(LOCAL_VIEWER, { filter, limit: 10 });
    expect(facets.session.values).toEqual([
      { value: "a", count: 2 },
      { value: "b", count: 1 },
    ]);
    expect(facets.role.values).toEqual([{ value: "Dev", count: 1 }]);
    expect(totals).toEqual({ granted: 1, denied: 0, callers: 1, people: 0, sessions: 1 });
    const range = { from: NOW - 20 * DAY, to: NOW };
    const histogram = await ask.countByTime(LOCAL_VIEWER, { filter: { ...scene.all, range }, buckets: 20 });
    expect(histogram.buckets.reduce((sum, bucket) => sum + bucket.granted, 0)).toBe(3);
    const before = { kind: "not-asked", cluster: "prod", from: NOW - 20 * DAY, to: NOW - 14 * DAY };
    expect(histogram.gaps).toEqual([before]);
  });

  it("masks what is as good as a password", async () => {
    const token = `k8s-aws-v1.${"aHR0cHM6".repeat(10)}`;
    const text = `time="2026-11-20T11:00:00Z" level=warning msg="access denied" client="127.0.0.1:1" error="input token was not properly formatted: ${token}"`;
    const line = { stream: INGEST_STREAM, timeMs: NOW - HOUR, text, eventId: "1" };
    await scene.read([memorySource("authenticator-log", () => [line])]);
    const { rows } = await scene.search();
    expect(JSON.stringify(rows)).not.toContain("aHR0cHM6");
    const [shown] = await scene.store.readLines([rows[0]?.id ?? ""], { from: NOW - 2 * HOUR, to: NOW });
    expect(shown?.text).toHaveLength(text.length);
    expect(shown?.text).not.toContain("aHR0cHM6");
  });
});
