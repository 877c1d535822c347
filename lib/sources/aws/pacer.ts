import type { Clock } from "@/lib/ports/clock";

/** Lets requests through one by one, at least `intervalMs` of the clock's time apart. */
export type Pacer = (signal: AbortSignal) => Promise<void>;

export function createPacer(clock: Clock, intervalMs: number): Pacer {
  let next = 0;
  return async (signal) => {
    const now = clock.now();
    const turn = Math.max(now, next);
    next = turn + intervalMs;
    if (turn > now) await clock.sleep(turn - now, signal);
  };
}
