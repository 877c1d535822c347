import { expect, it } from "vitest";
import { createVirtualClock } from "@/lib/testing/virtual-clock";
import { keepHouse } from "./keep-house";

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 20, 12);

it("forgets and merges at once and then each day, also after a failure, until it is ended", async () => {
  const clock = createVirtualClock(NOW);
  const asked: number[] = [];
  const failures: unknown[] = [];
  let days = 0;
  let ended: () => void = () => undefined;
  const threeDays = new Promise<void>((resolve) => {
    ended = resolve;
  });
  const store = {
    forgetRecords: async (beforeMs: number) => {
      asked.push((clock.now() - beforeMs) / DAY);
      if (days++ === 1) throw new Error("no room");
      if (days === 3) ended();
      return 0;
    },
    mergeRecords: async () => 0,
  };
  const end = keepHouse({ store, clock, retentionDays: 30, onFailure: (error) => failures.push(error) });
  await threeDays;
  await end();
  expect(asked.slice(0, 3)).toEqual([30, 30, 30]);
  expect(failures).toHaveLength(1);
  expect(clock.now() - NOW).toBeGreaterThanOrEqual(2 * DAY);
});
