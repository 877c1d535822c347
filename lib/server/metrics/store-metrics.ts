import { Gauge, type Registry } from "prom-client";

export interface StoreNumbers {
  readonly attempts: number;
  readonly staleHours: number;
  readonly bytes: Readonly<Record<"events" | "wal" | "temp" | "other", number>>;
  readonly freeBytes: number;
}

/** How large the store is, and what it has left to do. Call the result before each answer. */
export function createStoreMetrics(registry: Registry) {
  const gauge = (name: string, help: string, labelNames: readonly string[] = []) =>
    new Gauge({ name, help, labelNames, registers: [registry] });
  const attempts = gauge("gatebook_attempts", "Attempts in the store.");
  const stale = gauge("gatebook_stale_hours", "Hours whose attempts are still to be derived anew.");
  const bytes = gauge("gatebook_store_bytes", "Size on disk: events file, its log, spill, all other files.", [
    "part",
  ]);
  const free = gauge("gatebook_disk_free_bytes", "Bytes left on the disk of the data folder.");

  return (numbers: StoreNumbers): void => {
    attempts.set(numbers.attempts);
    stale.set(numbers.staleHours);
    free.set(numbers.freeBytes);
    for (const [part, size] of Object.entries(numbers.bytes)) bytes.set({ part }, size);
  };
}
