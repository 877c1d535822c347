import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { EventSource, SourcePage } from "@/lib/ports/event-source";
import { type IngestScene, openIngestScene } from "@/lib/testing/ingest-scene";
import { granted, memorySource } from "@/lib/testing/ingest-records";

const NOW = Date.UTC(2026, 10, 20, 12);
const DAY = 86_400_000;
const noticed = (code: "log-empty" | "unreadable-object") => ({
  ...{ code, message: "there is something to say", remedy: "see", permission: null },
});

/** What people are told of a source that can be read, over a restart. */
describe("a notice", () => {
  let scene: IngestScene;
  beforeEach(async () => {
    scene = await openIngestScene(NOW);
  });
  afterEach(() => scene.close());
  const told = async () => (await scene.store.coverage())[0]?.problem?.code ?? null;
  const sourceThat = (read: EventSource["read"]): EventSource => ({
    ...memorySource("authenticator-log", () => []),
    read,
  });
  const empty = (range: SourcePage["complete"]): SourcePage => ({
    records: [],
    cursor: null,
    complete: range,
  });

  it("stands until a page says that it is over", async () => {
    await scene.read([
      sourceThat(async (range) =>
        range.to - range.from > DAY ? { ...empty(range), notice: noticed("log-empty") } : empty(range),
      ),
    ]);
    expect(await told()).toBe("log-empty");
    await scene.read([sourceThat(async (range) => empty(range))]);
    expect(await told()).toBe("log-empty");
    const records = granted(NOW - 60_000, "alice@example.com");
    await scene.read([sourceThat(async (range) => ({ ...empty(range), records, over: "log-empty" }))]);
    expect(await told()).toBeNull();
  });

  it("of a stretch that nobody could read is over when that can be read after a restart", async () => {
    const spoilt = { from: NOW - 3 * DAY, to: NOW - 2 * DAY };
    const read = (canRead: boolean) =>
      scene.read([
        sourceThat(async (range, cursor) => {
          if (canRead || range.from > spoilt.to || cursor !== null)
            return empty(canRead || cursor === null ? range : { from: range.from, to: spoilt.from });
          const above = { from: spoilt.to, to: range.to };
          return { records: [], complete: above, notice: noticed("unreadable-object"), cursor: "below" };
        }),
      ]);
    await read(false);
    expect(await told()).toBe("unreadable-object");
    await read(false);
    expect(await told()).toBe("unreadable-object");
    await read(true);
    expect(await told()).toBeNull();
  });
});
