import type { Socket } from "node:net";
import { setImmediate } from "node:timers/promises";

/** Gives the work's result in its turn; null, and the work is not done, where its client has hung up by then. */
export type TakeTurn = <T>(client: Socket, work: () => T) => Promise<{ readonly result: T } | null>;

/**
 * One piece of work a turn of the event loop, in the order asked: between two of them the loop reads who has hung up.
 * Without that, clients that gave up and ask again find all that they gave up before them.
 */
export function createTurns(): TakeTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (client, work) => {
    const mine = last.then(() => setImmediate()).then(() => (hasHungUp(client) ? null : { result: work() }));
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** A client's FIN is seen some turns before its socket is destroyed. */
function hasHungUp({ destroyed, readableEnded }: Socket): boolean {
  return destroyed || readableEnded;
}
