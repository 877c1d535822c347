import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { granted, memorySource } from "@/lib/testing/ingest-records";
import { type IngestScene, openIngestScene } from "@/lib/testing/ingest-scene";

const NOW = Date.UTC(2026, 10, 20, 12);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe("ingest, when the settings change", () => {
  let scene: IngestScene;
  beforeEach(async () => {
    scene = await openIngestScene(NOW);
  });
  afterEach(() => scene.close());

  it("shows what is stored by a cluster's new name", async () => {
    const lines = [1, 2].flatMap((n) => granted(NOW - n * HOUR, "a", n));
    const source = memorySource("authenticator-log", () => lines);
    await scene.read([source]);
    const renamed = { ...source, descriptor: { ...source.descriptor, cluster: "prod-eu", label: "prod-eu" } };
    const ask = await scene.read([renamed]);
    expect((await scene.search()).rows.map(({ cluster }) => cluster)).toEqual(["prod-eu", "prod-eu"]);
    const { facets } = await ask.countByFacet(LOCAL_VIEWER, { filter: scene.all, limit: 10 });
    expect(facets.cluster.values).toEqual([{ value: "prod-eu", count: 2 }]);
    expect((await ask.reportCoverage(LOCAL_VIEWER, {})).clusters).toEqual(["prod-eu"]);
  });

  it("follows the look-back when that changes: more is read, and less is asked", async () => {
    const lines = [1, 20].flatMap((days) => granted(NOW - days * DAY, "a", days));
    const source = memorySource("authenticator-log", () => lines);
    const asked = async () => (await scene.store.coverage())[0];
    await scene.read([source]);
    expect((await scene.search()).total).toBe(1);
    await scene.read([source], 30 * DAY);
    expect((await scene.search()).total).toBe(2);
    expect(await asked()).toMatchObject({ progress: 1, asked: { from: NOW - 30 * DAY } });
    await scene.read([source], 7 * DAY);
    expect((await scene.search()).total).toBe(2);
    expect(await asked()).toMatchObject({ progress: 1, asked: { from: NOW - 7 * DAY } });
  });
});
