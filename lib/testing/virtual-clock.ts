import type { Clock } from "@/lib/ports/clock";

/** A clock that jumps to the end of each sleep: what takes hours takes no time. */
export function createVirtualClock(startMs: number): Clock {
  let now = startMs;
  return {
    now: () => now,
    async sleep(ms, signal) {
      await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
      now += ms;
    },
  };
}
