import { setMaxListeners } from "node:events";
import type { SourceKept, SourcePace } from "@/lib/domain/summarize/coverage/coverage-report";
import type { EpochMs } from "@/lib/domain/time/time-range";
import type { Clock } from "@/lib/ports/clock";
import type { EventSource } from "@/lib/ports/event-source";
import type { ReadingStore } from "@/lib/ports/reading-store";
import { createDeriver } from "./derive-attempts";
import { type RunningSource, runSource } from "./run-source";
import { waitForRoom } from "./wait-for-room";

export interface IngestOptions {
  readonly store: ReadingStore;
  /** Those known from the start; more may be added. */
  readonly sources: readonly EventSource[];
  readonly clock: Clock;
  /** How far back the first reading goes, in milliseconds. */
  readonly lookbackMs: number;
  /** Told of a failure that is no source's: it ends the reading of that source. */
  readonly onFailure: (error: unknown) => void;
}

export interface Ingest {
  start(): void;
  /** One source more, read at once when started; the same id a second time changes nothing. */
  add(source: EventSource): void;
  /** Brings the attempts around an instant up to date at once; those of other hours follow. */
  derive(atMs: EpochMs): Promise<void>;
  /** Resolves when all attempts are derived of what is stored now. */
  settled(): Promise<void>;
  /** How fast a source is being read; null = it is not. */
  paceOf(sourceId: string): SourcePace | null;
  /** How long the vendor keeps its records; null = that is not known. */
  keptOf(sourceId: string): SourceKept | null;
  /** Ends the reading; what was stored stays. */
  stop(): Promise<void>;
  /** Resolves when every source has been read once, or has failed once, and all attempts are derived. */
  caughtUp(): Promise<void>;
}

/** Reads all sources side by side; one that fails does not hold up the others. */
export function createIngest(options: IngestOptions): Ingest {
  const { sources, clock, lookbackMs, onFailure } = options;
  const abort = new AbortController();
  setMaxListeners(0, abort.signal);
  const store = waitForRoom(options.store, clock, abort.signal);
  const deriver = createDeriver(store);
  const running = new Map<string, RunningSource>();
  const waiting = new Map(sources.map((source) => [source.descriptor.id, source]));
  const context = { store, clock, lookbackMs, signal: abort.signal, onPage: deriver.kick };
  let isStarted = false;
  const begin = () => {
    for (const [id, source] of waiting) running.set(id, runSource(source, context, onFailure));
    waiting.clear();
  };
  return {
    start() {
      isStarted = true;
      deriver.kick();
      begin();
    },
    add(source) {
      const { id } = source.descriptor;
      if (!running.has(id)) waiting.set(id, source);
      if (isStarted) begin();
    },
    async derive(atMs) {
      await deriver.hurry(atMs);
      deriver.kick();
    },
    settled: deriver.settled,
    paceOf: (sourceId) => running.get(sourceId)?.pace() ?? null,
    keptOf: (sourceId) => running.get(sourceId)?.kept() ?? null,
    async stop() {
      abort.abort();
      await Promise.all([...running.values()].map(({ stop }) => stop()));
      await deriver.stop();
    },
    async caughtUp() {
      await Promise.all([...running.values()].map(({ caughtUp }) => caughtUp));
      await deriver.settled();
    },
  };
}
