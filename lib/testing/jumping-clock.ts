import type { Clock } from "@/lib/ports/clock";

interface Sleeper {
  readonly dueMs: number;
  readonly wake: () => void;
}

/**
 * A clock that jumps: when nothing else is left to do, whoever is due first wakes, and it is that time. Hours take no
 * time, and what runs side by side does so on this clock too.
 */
export function createJumpingClock(startMs: number, nothingLeft: () => Promise<void>): Clock {
  let now = startMs;
  let isTicking = false;
  const sleepers = new Set<Sleeper>();
  const tick = async () => {
    await nothingLeft();
    const next = firstDue(sleepers);
    isTicking = next !== null;
    if (next === null) return;
    sleepers.delete(next);
    now = Math.max(now, next.dueMs);
    next.wake();
    void tick();
  };
  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const abort = () => {
          sleepers.delete(sleeper);
          reject(signal?.reason);
        };
        const wake = () => {
          signal?.removeEventListener("abort", abort);
          resolve();
        };
        const sleeper = { dueMs: now + ms, wake };
        sleepers.add(sleeper);
        signal?.addEventListener("abort", abort, { once: true });
        if (!isTicking) void tick();
        isTicking = true;
      }),
  };
}

/** Of those due at the same time, the one that went to sleep first. */
function firstDue(sleepers: Iterable<Sleeper>): Sleeper | null {
  let first: Sleeper | null = null;
  for (const sleeper of sleepers) if (first === null || sleeper.dueMs < first.dueMs) first = sleeper;
  return first;
}
