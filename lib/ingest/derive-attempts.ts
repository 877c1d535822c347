import { deriveWithin } from "@/lib/domain/correlate/correlate";
import { neededFor } from "@/lib/domain/correlate/correlation-reach";
import type { EpochMs } from "@/lib/domain/time/time-range";
import type { ReadingStore } from "@/lib/ports/reading-store";
import { traceOrigins } from "./trace-origins";

const HOUR_MS = 3_600_000;

/** Keeps the attempts in step with the records. `kick` after each page; many kicks are one run. One a store. */
export interface Deriver {
  kick(): void;
  /** Derives the hour of an instant at once, if it is out of date, whatever else is to be done. */
  hurry(atMs: EpochMs): Promise<void>;
  /** Resolves when nothing is that is out of date now; rejects with what made a run fail. */
  settled(): Promise<void>;
  /** Ends the run after the hour under way; what is still out of date is derived after the next start. */
  stop(): Promise<void>;
}

export function createDeriver(store: ReadingStore): Deriver {
  let running: Promise<void> | null = null;
  let pass = Promise.resolve();
  let passes = 0;
  let lastWhole = 0;
  let again = false;
  const abort = new AbortController();
  const runPass = async (number: number) => {
    await deriveHours(store, await store.staleHours(), abort.signal);
    // New hours go before origins of old ones: those are many after an upgrade.
    if (await traceOrigins(store, { signal: abort.signal, goesOn: () => !again })) lastWhole = number;
  };
  const run = async () => {
    do {
      again = false;
      pass = runPass(++passes);
      await pass;
    } while ((again || lastWhole < passes) && !abort.signal.aborted);
  };
  const kick = () => {
    again = true;
    running ??= run().finally(() => {
      running = null;
    });
    running.catch(() => undefined);
  };
  const settled = async () => {
    const wanted = passes + 1;
    kick();
    while (running !== null && lastWhole < wanted) await pass;
    await pass;
  };
  const stop = async () => {
    abort.abort();
    await running;
  };
  const hurry = async (atMs: EpochMs) => {
    const hour = Math.floor(atMs / HOUR_MS) * HOUR_MS;
    if ((await store.staleHours()).includes(hour)) await deriveHours(store, [hour], abort.signal);
  };
  return { kick, hurry, settled, stop };
}

/** Hours that are derived before some origins of their sessions are traced. */
const HOURS_AT_ONCE = 12;

/** In their order: the newest are what people look at. */
async function deriveHours(
  store: ReadingStore,
  hours: readonly EpochMs[],
  signal: AbortSignal,
): Promise<void> {
  if (hours.length === 0) return;
  const regions = await store.clusterRegions();
  const regionOf = (cluster: string) => regions.get(cluster) ?? "";
  for (const [i, from] of hours.entries()) {
    if (signal.aborted) return;
    if (i % HOURS_AT_ONCE === HOURS_AT_ONCE - 1) await traceOrigins(store, { signal, goesOn: () => false });
    const keep = { from, to: from + HOUR_MS };
    await store.deriveHour(keep, neededFor(keep), (window) => deriveWithin({ ...window, regionOf, keep }));
  }
}
