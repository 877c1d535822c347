import type { Clock } from "@/lib/ports/clock";
import { createJumpingClock } from "./jumping-clock";
import { whenNothingRuns } from "./open-work";

/** A clock that jumps, and waits for requests and named work of this process: no machine is too slow for it. */
export function createWaitingClock(startMs: number): Clock {
  return createJumpingClock(startMs, whenNothingRuns);
}
