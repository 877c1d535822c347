import { DAY_MS } from "@/lib/domain/time/durations";
import type { Clock } from "@/lib/ports/clock";
import type { EventStore } from "@/lib/ports/event-store";
import { StoreError } from "@/lib/ports/store-error";

/** Of yesterday, records still come late. */
const SETTLED_MS = DAY_MS;

export interface HousekeepingOptions {
  readonly store: Pick<EventStore, "forgetRecords" | "mergeRecords">;
  readonly clock: Clock;
  /** Raw records of so many whole days before today are kept. */
  readonly retentionDays: number;
  /** Told what went wrong, but for a full disk; it is tried again the next day. */
  readonly onFailure: (error: unknown) => void;
}

/** Forgets old raw records and packs those of past days more tightly: at once, then each day. Gives what ends it. */
export function keepHouse(options: HousekeepingOptions): () => Promise<void> {
  const { store, clock, retentionDays, onFailure } = options;
  const abort = new AbortController();
  const run = async () => {
    while (!abort.signal.aborted) {
      try {
        await store.forgetRecords(clock.now() - retentionDays * DAY_MS);
        await store.mergeRecords(clock.now() - SETTLED_MS);
      } catch (error) {
        if (!(error instanceof StoreError) || error.code !== "disk-full") onFailure(error);
      }
      await clock.sleep(DAY_MS, abort.signal).catch(() => undefined);
    }
  };
  const running = run();
  return async () => {
    abort.abort();
    await running;
  };
}
