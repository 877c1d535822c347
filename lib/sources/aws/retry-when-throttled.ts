import type { Clock } from "@/lib/ports/clock";
import type { Pacer } from "./pacer";
import { codeOf } from "./to-source-problem";

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 20_000;
const TRIES = 8;

/** Sends at the pacer's rate; when AWS asks to slow down, waits longer each time (with jitter) and asks again. */
export async function retryWhenThrottled<T>(
  send: () => Promise<T>,
  { clock, pacer, signal }: { readonly clock: Clock; readonly pacer: Pacer; readonly signal: AbortSignal },
): Promise<T> {
  for (let tries = 0; ; tries++) {
    await pacer(signal);
    try {
      return await send();
    } catch (error) {
      signal.throwIfAborted();
      if (codeOf(error) !== "throttled" || tries >= TRIES) throw error;
      const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries);
      await clock.sleep(wait * (0.5 + Math.random() / 2), signal);
    }
  }
}
