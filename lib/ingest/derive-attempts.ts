import { deriveWithin } from "@/lib/domain/correlate/correlate";
import { neededFor } from "@/lib/domain/correlate/correlation-reach";
import type { EpochMs } from "@/lib/domain/time/time-range";
import type { ReadingStore } from "@/lib/ports/event-store";

const HOUR_MS = 3_600_000;

/** Keeps the attempts in step with the records. `kick` after each page; many kicks are one run. */
export interface Deriver {
  kick(): void;
  /** Derives the hour of an instant at once, whatever else is to be done. */
  hurry(atMs: EpochMs): Promise<void>;
  /** Resolves when nothing is out of date; rejects with what made a run fail. */
  settled(): Promise<void>;
  /** Ends the run after the hour under way; what is still out of date is derived after the next start. */
  stop(): Promise<void>;
}

export function createDeriver(store: ReadingStore): Deriver {
  let running: Promise<void> | null = null;
  let again = false;
  const abort = new AbortController();
  const run = async () => {
    do {
      again = false;
      await deriveStaleHours(store, abort.signal);
    } while (again && !abort.signal.aborted);
  };
  const kick = () => {
    again = true;
    running ??= run().finally(() => {
      running = null;
    });
    running.catch(() => undefined);
  };
  const settled = async () => {
    kick();
    while (running !== null) await running;
  };
  const stop = async () => {
    abort.abort();
    await running;
  };
  const hurry = (atMs: EpochMs) => deriveHours(store, [Math.floor(atMs / HOUR_MS) * HOUR_MS], abort.signal);
  return { kick, hurry, settled, stop };
}

/** Newest hours first: they are what people look at. */
async function deriveStaleHours(store: ReadingStore, signal: AbortSignal): Promise<void> {
  await deriveHours(store, await store.staleHours(), signal);
}

async function deriveHours(
  store: ReadingStore,
  hours: readonly EpochMs[],
  signal: AbortSignal,
): Promise<void> {
  const regions = await store.clusterRegions();
  const regionOf = (cluster: string) => regions.get(cluster) ?? "";
  for (const from of hours) {
    if (signal.aborted) return;
    const keep = { from, to: from + HOUR_MS };
    await store.deriveHour(keep, neededFor(keep), (window) => deriveWithin({ ...window, regionOf, keep }));
  }
}
