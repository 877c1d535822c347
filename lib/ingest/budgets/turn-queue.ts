import type { Clock } from "@/lib/ports/clock";
import type { Urgency } from "@/lib/ports/request-budget";
import type { TokenBucket } from "./token-bucket";

/** Of so many turns that are nobody's in particular, one is a spare request's, if one waits. */
const SPARE_EVERY = 5;

/**
 * Lets requests through as the bucket allows: interactive ones first, then background ones, then spare ones; those of one
 * kind in the order they came.
 */
export interface TurnQueue {
  /** Rejects with the signal's reason when aborted; the turn then goes to the next. */
  wait(urgency: Urgency, signal: AbortSignal): Promise<void>;
}

type Go = () => void;

export function createTurnQueue(bucket: TokenBucket, clock: Clock): TurnQueue {
  // Sets keep their order, and let one that gives up leave from the middle.
  const waiting: Record<Urgency, Set<Go>> = {
    interactive: new Set(),
    background: new Set(),
    spare: new Set(),
  };
  let sinceSpare = 0;
  const next = (): Urgency => {
    if (waiting.interactive.size > 0) return "interactive";
    const isSparesTurn = waiting.background.size === 0 || sinceSpare >= SPARE_EVERY - 1;
    return isSparesTurn && waiting.spare.size > 0 ? "spare" : "background";
  };
  let isServing = false;
  const serve = async () => {
    isServing = true;
    for (;;) {
      const urgency = next();
      const [go] = waiting[urgency];
      if (go === undefined) break;
      const waitMs = bucket.take(clock.now());
      if (waitMs > 0) {
        await clock.sleep(waitMs);
        continue;
      }
      if (urgency !== "interactive") sinceSpare = urgency === "spare" ? 0 : sinceSpare + 1;
      go();
    }
    isServing = false;
  };
  return {
    wait: (urgency, signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason);
        const line = waiting[urgency];
        const leave = () => {
          line.delete(go);
          signal.removeEventListener("abort", giveUp);
        };
        const go = () => {
          leave();
          resolve();
        };
        const giveUp = () => {
          leave();
          reject(signal.reason);
        };
        signal.addEventListener("abort", giveUp);
        line.add(go);
        if (!isServing) void serve();
      }),
  };
}
