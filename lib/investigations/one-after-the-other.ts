import { TooBusy } from "@/lib/ports/too-busy";

export interface WaitingRoom {
  /** So many wait at most; whoever comes then gets TooBusy. */
  readonly seats: number;
  /** What is asked, for the sentence: `searches of raw records`. */
  readonly what: string;
  readonly retryAfterS: number;
}

/** Does the next work once its turn comes; whoever leaves by the signal loses the turn, and rejects with its reason. */
export type TakeTurn = <T>(work: () => Promise<T>, signal?: AbortSignal) => Promise<T>;

/** One at a time, in the order they came. */
export function oneAfterTheOther({ seats, what, retryAfterS }: WaitingRoom): TakeTurn {
  const waiting = new Set<() => void>();
  let isTaken = false;
  const next = () => {
    const [go] = waiting;
    isTaken = go !== undefined;
    go?.();
  };
  const enter = (signal: AbortSignal | undefined) =>
    new Promise<void>((resolve, reject) => {
      const leave = () => {
        waiting.delete(go);
        signal?.removeEventListener("abort", giveUp);
      };
      const go = () => {
        leave();
        resolve();
      };
      const giveUp = () => {
        leave();
        reject(signal?.reason);
      };
      signal?.addEventListener("abort", giveUp);
      waiting.add(go);
    });
  return async (work, signal) => {
    signal?.throwIfAborted();
    if (isTaken && waiting.size >= seats) throw new TooBusy(`Too many ${what} at once.`, retryAfterS);
    if (isTaken) await enter(signal);
    isTaken = true;
    try {
      return await work();
    } finally {
      next();
    }
  };
}
