import fc from "fast-check";
import { expect, test } from "vitest";
import { SourceError } from "@/lib/ports/event-source";
import type { ReadingStore } from "@/lib/ports/reading-store";
import { createDelayedSource, type DelayedRecord } from "@/lib/testing/delayed-source";
import { createMemoryEventStore, type MemoryEventStore } from "@/lib/testing/memory-event-store";
import { createVirtualClock } from "@/lib/testing/virtual-clock";
import { createIngest } from "./create-ingest";

const RUNS = 1_000;
const NOW = Date.UTC(2026, 10, 20, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** The last sweep reads what is 24 hours old, at the latest when half as much again has gathered. */
const LATEST = 24 * HOUR;
const END = NOW + 6 * HOUR + 1.5 * LATEST + 12 * HOUR;
const PROBLEM = { code: "throttled", message: "m", remedy: "r", permission: null } as const;

/** What goes wrong with a request, or with the write of its page. */
type Fault = "empty" | "twice" | "fails" | "crash-before" | "crash-after" | null;

const aRecord = fc.record({
  atMs: fc.integer({ min: -4 * 60, max: 6 * 60 }).map((minute) => NOW + minute * MINUTE),
  lateMs: fc.oneof(
    fc.integer({ min: 0, max: 5 * MINUTE }),
    fc.integer({ min: 0, max: 90 * MINUTE }),
    fc.integer({ min: 0, max: LATEST }),
  ),
});
const aWorld = fc.record({
  records: fc.array(aRecord, { maxLength: 40 }),
  pageSize: fc.integer({ min: 1, max: 9 }),
  latencyMs: fc.integer({ min: 0, max: 12 * MINUTE }),
  pollMinutes: fc.integer({ min: 8, max: 29 }),
  faults: fc.array(
    fc.constantFrom<Fault>("empty", "twice", "fails", "crash-before", "crash-after", null, null, null),
    { maxLength: 60 },
  ),
  stops: fc.array(fc.integer({ min: 1, max: 8 * 60 }), { maxLength: 4 }),
});

/** A store whose process dies as a page is written: before the transaction ends, or behind it. */
function crashing(store: MemoryEventStore, next: () => Fault): ReadingStore {
  const appendPage: ReadingStore["appendPage"] = async (page) => {
    const fault = next();
    if (fault === "crash-before") throw new Error(fault);
    const added = await store.appendPage(page);
    if (fault === "crash-after") throw new Error(fault);
    return added;
  };
  return { ...store, appendPage };
}

test("whatever goes wrong, all that AWS delivers is stored, and no coverage claims what was not read", async () => {
  await fc.assert(
    fc.asyncProperty(aWorld, async ({ records: drawn, pageSize, latencyMs, pollMinutes, faults, stops }) => {
      const records: DelayedRecord[] = drawn.map(({ atMs, lateMs }, n) => ({
        stream: "authenticator-0",
        timeMs: atMs,
        text: `line ${n}`,
        eventId: `event-${n}`,
        deliveredMs: atMs + lateMs,
      }));
      const store = createMemoryEventStore();
      const left = [...faults];
      const clock = createVirtualClock(NOW);
      const source = createDelayedSource({
        clock,
        records,
        pageSize,
        latencyMs,
        pollMs: pollMinutes * MINUTE,
        fault: () => {
          const fault =
            left[0] === "crash-before" || left[0] === "crash-after" ? null : (left.shift() ?? null);
          if (fault === "fails") throw new SourceError(PROBLEM);
          return fault === "empty" || fault === "twice" ? fault : null;
        },
      });
      const crash = () =>
        left[0] === "crash-before" || left[0] === "crash-after" ? (left.shift() ?? null) : null;
      const runs = [...stops.map((minutes) => minutes * MINUTE), Number.POSITIVE_INFINITY];
      for (const lengthMs of runs) {
        const until = Math.min(END, clock.now() + lengthMs);
        while (clock.now() < until) {
          let crashed = false;
          const onFailure = () => {
            crashed = true;
          };
          const lookbackMs = 100 * HOUR;
          const ingest = createIngest({
            store: crashing(store, crash),
            sources: [source],
            clock,
            lookbackMs,
            onFailure,
          });
          ingest.start();
          while (!crashed && clock.now() < until) await new Promise((resolve) => setImmediate(resolve));
          await ingest.stop();
          expectHonest(store, records);
        }
      }
      expect([...store.ids].sort()).toEqual(records.map(({ eventId }) => eventId).sort());
      expect(store.state).toBe("following");
    }),
    { numRuns: RUNS, seed: 3 },
  );
}, 120_000);

/** A stretch read at an age holds every record of it that had been delivered by that age. */
function expectHonest(store: MemoryEventStore, records: readonly DelayedRecord[]): void {
  for (const [age, ranges] of store.coverage) {
    const claimed = records.filter(
      ({ timeMs, deliveredMs }) =>
        deliveredMs <= timeMs + age && ranges.some(({ from, to }) => timeMs >= from && timeMs < to),
    );
    expect(claimed.filter(({ eventId }) => !store.ids.has(eventId))).toEqual([]);
  }
}
