import { expect, test } from "vitest";
import { type EventSource, SourceError } from "@/lib/ports/event-source";
import type { PageToStore } from "@/lib/ports/reading-store";
import { granted, memorySource } from "@/lib/testing/ingest-records";
import { createMemoryEventStore } from "@/lib/testing/memory-event-store";
import { createVirtualClock } from "@/lib/testing/virtual-clock";
import { createIngest } from "./create-ingest";

const NOW = Date.UTC(2026, 10, 20, 12);
const DAY = 86_400_000;
const OFF = { code: "log-type-off", message: "off", remedy: "switch it on", permission: null } as const;

/** Its log is off: what is new cannot be read, what was written before can. Tells how often it was polled. */
function offSource(isOff: () => boolean): EventSource {
  const lines = Array.from({ length: 12 }, (_, n) => granted(NOW - DAY - n * 60_000, "a", n)).flat();
  const source = memorySource("authenticator-log", () => lines);
  return {
    ...source,
    read: (range, cursor, signal) =>
      isOff() && range.to >= NOW ? Promise.reject(new SourceError(OFF)) : source.read(range, cursor, signal),
  };
}

test("a source stays failed while what failed still does, whatever else of it is read", async () => {
  const clock = createVirtualClock(NOW);
  const store = createMemoryEventStore();
  const pages: PageToStore[] = [];
  const states: string[] = [];
  let isOff = true;
  const ingest = createIngest({
    store: {
      ...store,
      appendPage: async (page) => {
        pages.push(page);
        return store.appendPage(page);
      },
      setSourceState: async (id, state, problem) => {
        states.push(`${state} ${problem?.code ?? "fine"}`);
        await store.setSourceState(id, state, problem);
      },
    },
    sources: [offSource(() => isOff)],
    clock,
    lookbackMs: 14 * DAY,
    onFailure: (error) => expect.unreachable(String(error)),
  });
  ingest.start();
  await expect.poll(() => pages.length).toBeGreaterThan(7);
  expect(new Set(pages.map(({ stillFails, notice }) => `${stillFails} ${notice?.code}`))).toEqual(
    new Set(["true log-type-off"]),
  );
  expect(new Set(states)).toEqual(new Set(["failed log-type-off"]));
  isOff = false;
  await expect.poll(() => states.at(-1)).toBe("following fine");
  expect(pages.at(-1)).toMatchObject({ stillFails: false, notice: null });
  await ingest.stop();
});
