import { expect, it } from "vitest";
import type { EventStore } from "@/lib/ports/event-store";
import { aLog, aPulse } from "@/lib/testing/coverage-scene";
import { createVirtualClock } from "@/lib/testing/virtual-clock";
import { rememberPulses } from "./remember-pulses";

it("asks the store once a minute, or when the logs have grown by a tenth", async () => {
  let asked = 0;
  const logPulses = async () => {
    asked++;
    return [aPulse()];
  };
  const clock = createVirtualClock(0);
  const pulses = rememberPulses({ logPulses } as unknown as EventStore, clock);
  const ask = (records: number) => pulses([aLog({ records })]);
  await Promise.all([ask(0), ask(0)]);
  expect(asked).toBe(1);
  await ask(1000);
  expect(asked).toBe(2);
  await ask(1100);
  expect(asked).toBe(2);
  await ask(1101);
  expect(asked).toBe(3);
  await clock.sleep(60_000);
  expect(await ask(1101)).toEqual([aPulse()]);
  expect(asked).toBe(4);
});

it("asks again after the store has failed", async () => {
  let asked = 0;
  const logPulses = async () => {
    if (asked++ === 0) throw new Error("closed");
    return [];
  };
  const pulses = rememberPulses({ logPulses } as unknown as EventStore, createVirtualClock(0));
  await expect(pulses([])).rejects.toThrow("closed");
  expect(await pulses([])).toEqual([]);
});
