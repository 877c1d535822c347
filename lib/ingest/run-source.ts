import { setMaxListeners } from "node:events";
import type { SourceKept, SourcePace } from "@/lib/domain/summarize/coverage/coverage-report";
import type { EventSource } from "@/lib/ports/event-source";
import { PaceMeter } from "./pace-meter";
import { readSource } from "./read-source";
import type { ReadingContext } from "./source-reading";

/** A source while it is being read. */
export interface RunningSource {
  /** Resolves when all that was asked for first is read, or cannot be read now, or the reading ended. */
  readonly caughtUp: Promise<void>;
  pace(): SourcePace;
  kept(): SourceKept | null;
  stop(): Promise<void>;
}

/** Reads a source until it is stopped, or all are. A failure that is no source's is told, and ends it. */
export function runSource(
  source: EventSource,
  context: Omit<ReadingContext, "meter" | "onCaughtUp">,
  onFailure: (error: unknown) => void,
): RunningSource {
  const own = new AbortController();
  const signal = AbortSignal.any([context.signal, own.signal]);
  setMaxListeners(0, signal);
  const meter = new PaceMeter();
  const gate = createGate();
  const ended = readSource(source, { ...context, signal, meter, onCaughtUp: gate.resolve })
    .catch((error: unknown) => {
      if (!signal.aborted) onFailure(error);
    })
    .finally(gate.resolve);
  return {
    caughtUp: gate.promise,
    pace: () => ({
      slowed: source.isSlowed?.() ?? false,
      secondsLeft: meter.secondsLeft(context.clock.now()),
    }),
    kept: () => source.kept?.() ?? null,
    stop: () => {
      own.abort();
      return ended;
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
