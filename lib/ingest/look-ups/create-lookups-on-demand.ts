import { NO_LOOKUPS } from "@/lib/domain/summarize/chain/chain-lookups";
import type { LookupsOnDemand } from "@/lib/ports/chain-lookups";
import type { Clock } from "@/lib/ports/clock";
import { StoreError } from "@/lib/ports/store-error";
import { type LookingUp, lookUpChain } from "./look-up-chain";
import { LookupProgress } from "./lookup-progress";

/** People look at one attempt after the other: more at once are a program's, and wait. */
const MOST_AT_ONCE = 8;
/** Attempts whose look-ups are remembered, to be told. */
const MOST_KNOWN = 500;
/** Nothing is asked anew for an attempt within this. */
const REST_MS = 20_000;
/** An answer that holds no longer than this may be another one soon. */
const SOON_MS = 5 * 60_000;

export interface LookupsOptions extends Omit<LookingUp, "urgency" | "takes"> {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Told of what is no source's failure. */
  readonly onFailure: (error: unknown) => void;
}

/** Look-ups for the attempts that somebody looks at: they go before whatever is read in the background. */
export function createLookupsOnDemand(options: LookupsOptions): LookupsOnDemand {
  const { desk, clock, signal, onFailure } = options;
  const known = new Map<string, LookupProgress>();
  const waiting: (() => void)[] = [];
  let running = 0;
  const run = async (id: string, progress: LookupProgress) => {
    if (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
    running++;
    try {
      await lookUpChain(id, progress, { ...options, urgency: "interactive" });
    } catch (error) {
      const isFull = error instanceof StoreError && error.code === "disk-full";
      if (!signal.aborted && !isFull) onFailure(error);
    } finally {
      progress.end(clock.now());
      running--;
      waiting.shift()?.();
    }
  };
  return {
    isOffered: () => desk.places().length > 0,
    begin(attemptId) {
      const before = known.get(attemptId);
      if (signal.aborted || (before !== undefined && isToRest(before, clock.now()))) return;
      const progress = new LookupProgress();
      known.delete(attemptId);
      known.set(attemptId, progress);
      forgetOldest(known);
      void run(attemptId, progress);
    },
    progressOf: (attemptId) => known.get(attemptId)?.report(SOON_MS) ?? NO_LOOKUPS,
  };
}

function isToRest(progress: LookupProgress, nowMs: number): boolean {
  return progress.endedMs === null || nowMs < progress.endedMs + REST_MS;
}

function forgetOldest(known: Map<string, LookupProgress>): void {
  for (const [id, { endedMs }] of known) {
    if (known.size <= MOST_KNOWN) return;
    if (endedMs !== null) known.delete(id);
  }
}
