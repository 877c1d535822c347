import { expect, it } from "vitest";
import type { ReadingStore, SessionToTrace } from "@/lib/ports/reading-store";
import { createMemoryEventStore } from "@/lib/testing/memory-event-store";
import { createDeriver } from "./derive-attempts";

const HOUR = 3_600_000;

/** A store with hours and sessions that are out of date, and what is done about them, in order. */
function open(hours: number[], batches: number) {
  const done: string[] = [];
  let onBatch = () => undefined as unknown;
  const session: SessionToTrace = { owner: 1n, usedMs: 0, start: null, marks: 1 };
  let left = batches;
  const store: ReadingStore = {
    ...createMemoryEventStore(),
    staleHours: async () => [...hours],
    staleStretches: async () => hours.map((from) => ({ from, to: from + HOUR })),
    deriveStretch: async ({ from }) => {
      hours.splice(hours.indexOf(from), 1);
      done.push(`hour ${from / HOUR}`);
    },
    staleSessions: async () => (left > 0 ? [session] : []),
    writeOrigins: async () => {
      left--;
      done.push("origins");
      onBatch();
    },
  };
  const meanwhile = (what: () => void) => {
    onBatch = what;
  };
  return { store, done, hours, meanwhile };
}

it("derives hours that are new before the origins of many sessions, and gets to all of them", async () => {
  const { store, done, hours, meanwhile } = open([3 * HOUR], 4);
  const deriver = createDeriver(store);
  let isNew = true;
  meanwhile(() => {
    if (!isNew) return;
    isNew = false;
    hours.push(5 * HOUR);
    deriver.kick();
  });
  await deriver.settled();
  expect(done).toEqual(["hour 3", "origins", "hour 5", "origins", "origins", "origins"]);
});

it("hurries for an hour that is out of date, and for none else", async () => {
  const { store, done } = open([3 * HOUR, 4 * HOUR], 2);
  const deriver = createDeriver(store);
  await deriver.hurry(4 * HOUR + 5);
  await deriver.hurry(9 * HOUR);
  expect(done).toEqual(["hour 4"]);
});

it("is settled while others go on kicking", async () => {
  const { store, done, meanwhile } = open([], 3);
  const deriver = createDeriver(store);
  meanwhile(deriver.kick);
  await deriver.settled();
  expect(done).toEqual(["origins", "origins", "origins"]);
  await deriver.stop();
});
