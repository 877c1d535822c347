import { HOUR_MS } from "@/lib/domain/time/durations";
import type { Clock } from "@/lib/ports/clock";
import type { LogTypeState } from "./log-problems";

/** What EKS says of a log type just now; null = it does not say. */
export type FindLogType = (signal: AbortSignal) => Promise<LogTypeState | null>;

/** That it is on holds for an hour; that it is off is asked again each time, so that switching it on shows at once. */
export function askHourly(clock: Clock, findLogType: FindLogType): FindLogType {
  let onUntilMs = 0;
  return async (signal) => {
    if (clock.now() < onUntilMs) return { on: true, change: null };
    const state = await findLogType(signal);
    if (state?.on === true) onUntilMs = clock.now() + HOUR_MS;
    return state;
  };
}
