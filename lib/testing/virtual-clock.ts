import type { Clock } from "@/lib/ports/clock";
import { createJumpingClock } from "./jumping-clock";

/** A clock that jumps to the end of each sleep. It does not wait for what runs outside this process's own code. */
export function createVirtualClock(startMs: number): Clock {
  return createJumpingClock(startMs, () => new Promise((resolve) => setImmediate(resolve)));
}
