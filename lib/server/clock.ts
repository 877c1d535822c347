import type { Clock } from "@/lib/ports/clock";

/** `<real ms>:<shown ms>:<speed>`: at that real time the clock shows that time, and runs so many times as fast. */
export type ClockSetting = string;

/**
 * The wall clock, or one that starts elsewhere and runs faster; two processes with the same setting agree.
 * Throws when the setting is malformed.
 */
export function createClock(setting: ClockSetting | null): Clock {
  const [realMs = 0, shownMs = 0, speed = 1] = setting === null ? [0, 0, 1] : setting.split(":").map(Number);
  if (![realMs, shownMs, speed].every(Number.isFinite) || speed <= 0) {
    throw new Error(`GATEBOOK_CLOCK is <real ms>:<shown ms>:<speed>, not ${setting}`);
  }
  return {
    now: () => shownMs + (Date.now() - realMs) * speed,
    sleep: (ms, signal) => sleepReal(ms / speed, signal),
  };
}

function sleepReal(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", abort);
      resolve();
    }, ms);
    if (signal?.aborted) abort();
    else signal?.addEventListener("abort", abort, { once: true });
  });
}
