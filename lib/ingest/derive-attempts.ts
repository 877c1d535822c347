import { deriveWithin } from "@/lib/domain/correlate/correlate";
import { neededFor } from "@/lib/domain/correlate/correlation-reach";
import { HOUR_MS } from "@/lib/domain/time/durations";
import type { EpochMs, TimeRange } from "@/lib/domain/time/time-range";
import type { ReadingStore } from "@/lib/ports/reading-store";
import { traceOrigins } from "./trace-origins";

/** Keeps the attempts in step with the records. `kick` after each page; many kicks are one run. One a store. */
export interface Deriver {
  kick(): void;
  /** Derives the hour of an instant at once, if it is out of date, whatever else is to be done. */
  hurry(atMs: EpochMs): Promise<void>;
  /** Resolves when nothing is that is out of date now; rejects with what made a run fail. */
  settled(): Promise<void>;
  /** Ends the run after the hours under way; what is still out of date is derived after the next start. */
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
    await deriveAll(store, await store.staleStretches(), abort.signal);
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
    if (!(await store.staleHours()).includes(hour)) return;
    await deriveAll(store, [{ from: hour, to: hour + HOUR_MS }], abort.signal);
  };
  return { kick, hurry, settled, stop };
}

/** Hours that are derived before some origins of their sessions are traced. */
const HOURS_AT_ONCE = 12;

/** In their order: the newest are what people look at. */
async function deriveAll(
  store: ReadingStore,
  stretches: readonly TimeRange[],
  signal: AbortSignal,
): Promise<void> {
  if (stretches.length === 0) return;
  const regions = await store.clusterRegions();
  const regionOf = (cluster: string) => regions.get(cluster) ?? "";
  let untraced = 0;
  for (const keep of stretches) {
    if (signal.aborted) return;
    const hours = (keep.to - keep.from) / HOUR_MS;
    if (untraced + hours > HOURS_AT_ONCE) {
      await traceOrigins(store, { signal, goesOn: () => false });
      untraced = 0;
    }
    untraced += hours;
    await store.deriveStretch(keep, neededFor(keep), (window) => deriveWithin({ ...window, regionOf, keep }));
  }
}
