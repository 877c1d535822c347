import type { Clock } from "@/lib/ports/clock";
import type { EventSource } from "@/lib/ports/event-source";
import type { ReadingStore } from "@/lib/ports/event-store";
import { createDeriver } from "./derive-attempts";
import { readSource } from "./read-source";

export interface IngestOptions {
  readonly store: ReadingStore;
  readonly sources: readonly EventSource[];
  readonly clock: Clock;
  /** How far back the first reading goes, in milliseconds. */
  readonly lookbackMs: number;
  /** Told of a failure that is no source's: it ends the reading of that source. */
  readonly onFailure: (error: unknown) => void;
}

export interface Ingest {
  start(): void;
  /** Ends the reading; what was stored stays. */
  stop(): Promise<void>;
  /** Resolves when every source has been read once, or has failed once, and all attempts are derived. */
  caughtUp(): Promise<void>;
}

/** Reads all sources side by side; one that fails does not hold up the others. */
export function createIngest({ store, sources, clock, lookbackMs, onFailure }: IngestOptions): Ingest {
  const abort = new AbortController();
  const deriver = createDeriver(store);
  const caughtUp = sources.map(createGate);
  let readings: Promise<void>[] = [];
  const read = (source: EventSource, i: number) => {
    const done = caughtUp[i]?.resolve ?? (() => undefined);
    const context = {
      store,
      clock,
      lookbackMs,
      signal: abort.signal,
      onPage: deriver.kick,
      onCaughtUp: done,
    };
    return readSource(source, context).catch((error: unknown) => {
      done();
      onFailure(error);
    });
  };
  return {
    start() {
      deriver.kick();
      readings = sources.map(read);
    },
    async stop() {
      abort.abort();
      await Promise.all(readings);
      await deriver.stop();
    },
    async caughtUp() {
      await Promise.all(caughtUp.map(({ promise }) => promise));
      await deriver.settled();
    },
  };
}

/** A promise that is resolved from outside; Node 20 has no Promise.withResolvers. */
function createGate(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
