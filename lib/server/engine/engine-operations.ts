import type { Clock } from "@/lib/ports/clock";
import type { EventStore } from "@/lib/ports/event-store";
import type { EngineMetrics } from "../metrics/engine-metrics";
import { freeBytesOf, measureFolder } from "../metrics/measure-folder";
import type { ChangeBoard, Known, Standing } from "../live/change-board";
import { createSourceMetrics } from "../metrics/source-metrics";
import { createStoreMetrics } from "../metrics/store-metrics";

/** Why Gatebook cannot do its work. */
export interface ReadinessProblem {
  readonly code: "engine" | "store" | "disk-full";
  readonly message: string;
  readonly remedy: string;
}

/** What those who run Gatebook ask, beside the investigations. */
export interface EngineOperations {
  /** The engine's numbers in Prometheus' text format. */
  readMetrics(): Promise<string>;
  /** Empty = ready. */
  checkReadiness(): Promise<readonly ReadinessProblem[]>;
  /** Answers when attempts were stored of which the asker does not know, or after half a minute. */
  awaitStored(known: Known, signal?: AbortSignal): Promise<Standing>;
}

const OPERATIONS: readonly string[] = [
  "readMetrics",
  "checkReadiness",
  "awaitStored",
] satisfies (keyof EngineOperations)[];

export function isOperation(name: string): name is keyof EngineOperations {
  return OPERATIONS.includes(name);
}

const LONGEST_WAIT_MS = 25_000;
/** Below this nothing can be relied on to be written. */
const LEAST_FREE_BYTES = 64 * 1024 * 1024;

export function createEngineOperations(parts: {
  readonly store: EventStore;
  readonly clock: Clock;
  readonly dataDir: string;
  readonly metrics: EngineMetrics;
  readonly board: ChangeBoard;
}): EngineOperations {
  const { store, clock, dataDir, metrics, board } = parts;
  const setSources = createSourceMetrics(metrics.registry);
  const setStore = createStoreMetrics(metrics.registry);
  return {
    awaitStored: (known, signal) => board.waitFor(known, LONGEST_WAIT_MS, signal),
    async readMetrics() {
      const [sources, attempts, stale, folder] = await Promise.all([
        store.coverage(),
        store.countAttempts(),
        store.staleHours(),
        measureFolder(dataDir),
      ]);
      setSources(sources, clock.now());
      setStore({ attempts, staleHours: stale.length, ...folder });
      return metrics.registry.metrics();
    },
    async checkReadiness() {
      const [problems, freeBytes] = await Promise.all([tryStore(store), freeBytesOf(dataDir)]);
      return [...problems, ...(freeBytes < LEAST_FREE_BYTES ? [diskFull(dataDir, freeBytes)] : [])];
    },
  };
}

async function tryStore(store: EventStore): Promise<ReadinessProblem[]> {
  try {
    await store.countAttempts();
    return [];
  } catch {
    const message = "The store does not answer.";
    return [{ code: "store", message, remedy: "Gatebook's log says why; restart it." }];
  }
}

function diskFull(dataDir: string, freeBytes: number): ReadinessProblem {
  const mebibytes = Math.floor(freeBytes / 1024 / 1024);
  return {
    code: "disk-full",
    message: `The disk of ${dataDir} has ${mebibytes} MiB left.`,
    remedy: "Make room; reading goes on by itself.",
  };
}
