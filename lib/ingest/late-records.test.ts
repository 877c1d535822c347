import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SourceError } from "@/lib/ports/event-source";
import type { EventStore } from "@/lib/ports/event-store";
import { openEventStore } from "@/lib/store/duckdb/open-event-store";
import {
  createDelayedSource,
  type DelayedRecord,
  type DelayedSourceOptions,
} from "@/lib/testing/delayed-source";
import { createVirtualClock } from "@/lib/testing/virtual-clock";
import { createIngest } from "./create-ingest";

const NOW = Date.UTC(2026, 10, 20, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const STREAM = "authenticator-0123456789abcdef0123456789abcdef";

function record(name: string, timeMs: number, lateMs: number): DelayedRecord {
  const text = `time="${new Date(timeMs).toISOString().slice(0, 19)}Z" level=info msg="${name}"`;
  return { stream: STREAM, timeMs, text, eventId: name, deliveredMs: timeMs + lateMs };
}

describe("records that come late", () => {
  let folder: string;
  let store: EventStore;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "gatebook-late-"));
    store = await openEventStore({ path: join(folder, "events.duckdb") });
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  /** Reads from one instant to another, as a process that is started and stopped. */
  async function run(fromMs: number, toMs: number, options: Partial<DelayedSourceOptions>) {
    const clock = createVirtualClock(fromMs);
    const all = { clock, records: [], pageSize: 1_000, pollMs: 10 * MINUTE, ...options };
    const failures: unknown[] = [];
    const onFailure = (error: unknown) => failures.push(error);
    const sources = [createDelayedSource(all)];
    const ingest = createIngest({ store, sources, clock, lookbackMs: 72 * HOUR, onFailure });
    ingest.start();
    while (clock.now() < toMs && failures.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await ingest.stop();
    expect(failures).toEqual([]);
  }
  const standing = async () => (await store.coverage())[0];

  it("are all found, by 1, 5, 20 and 60 minutes, 6 and 23 hours, and counted where they came too late for a poll", async () => {
    const lates = [1, 5, 20, 60, 6 * 60, 23 * 60].map((minutes) =>
      record(`late by ${minutes} min`, NOW + 3 * MINUTE, minutes * MINUTE),
    );
    await run(NOW, NOW + 38 * HOUR, { records: lates, pollMs: 28 * MINUTE });
    expect(await standing()).toMatchObject({ records: 6, late: 3, state: "following" });
  });

  it("are found across restarts too", async () => {
    const lates = [60, 6 * 60, 23 * 60].map((minutes) =>
      record(`${minutes}`, NOW + MINUTE, minutes * MINUTE),
    );
    for (let hour = 0; hour < 38; hour += 5)
      await run(NOW + hour * HOUR, NOW + (hour + 2) * HOUR, { records: lates, pollMs: 28 * MINUTE });
    expect(await standing()).toMatchObject({ records: 3, late: 3 });
  });

  it("a hundred in one millisecond, over three polls, are a hundred", async () => {
    const crowd = Array.from({ length: 100 }, (_, n) =>
      record(`number ${n}`, NOW + MINUTE, (n % 3) * 10 * MINUTE),
    );
    await run(NOW, NOW + 40 * MINUTE, { records: crowd, pageSize: 7 });
    expect(await standing()).toMatchObject({ records: 100, late: 0 });
  });

  it("an outage is read as a gap, and nothing is settled before it could have come", async () => {
    const lines = Array.from({ length: 60 }, (_, n) => record(`${n}`, NOW + n * 10 * MINUTE, MINUTE));
    let down = false;
    const fault = () => {
      if (!down) return null;
      const problem = { code: "unreachable", message: "m", remedy: "r", permission: null } as const;
      throw new SourceError(problem);
    };
    await run(NOW, NOW + HOUR, { records: lines, fault });
    expect((await standing())?.settledToMs).toBeLessThanOrEqual(NOW + HOUR + 10 * MINUTE - 30 * MINUTE);
    down = true;
    await run(NOW + HOUR, NOW + 8 * HOUR, { records: lines, fault });
    expect(await standing()).toMatchObject({ state: "failed", problem: { code: "unreachable" } });
    down = false;
    await run(NOW + 8 * HOUR, NOW + 10 * HOUR, { records: lines, fault });
    const after = await standing();
    expect(after).toMatchObject({ records: 60, late: 0, state: "following", problem: null });
    expect(after?.read).toHaveLength(1);
  });
});
