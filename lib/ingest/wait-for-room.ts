import type { Clock } from "@/lib/ports/clock";
import type { ReadingStore } from "@/lib/ports/reading-store";
import { StoreError } from "@/lib/ports/store-error";

const RETRY_MS = 5_000;

/** The same store, but that what finds the disk full is done again until there is room, or until the signal. */
export function waitForRoom(store: ReadingStore, clock: Clock, signal: AbortSignal): ReadingStore {
  const retry = async <T>(work: () => Promise<T>): Promise<T> => {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        const isFull = error instanceof StoreError && error.code === "disk-full";
        if (!isFull || signal.aborted) throw error;
        await clock.sleep(RETRY_MS, signal);
      }
    }
  };
  return {
    openSource: (...given) => retry(() => store.openSource(...given)),
    appendPage: (...given) => retry(() => store.appendPage(...given)),
    setSourceState: (...given) => retry(() => store.setSourceState(...given)),
    deriveStretch: (...given) => retry(() => store.deriveStretch(...given)),
    writeOrigins: (...given) => retry(() => store.writeOrigins(...given)),
    staleSessions: (...given) => retry(() => store.staleSessions(...given)),
    findHops: (wants) => store.findHops(wants),
    staleHours: () => store.staleHours(),
    staleStretches: () => store.staleStretches(),
    clusterRegions: () => store.clusterRegions(),
  };
}
