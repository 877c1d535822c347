/** Attempts and events that may belong together, as times; each side ascending. */
export interface Chain {
  readonly attempts: Float64Array;
  readonly events: Float64Array;
  /** An event at `t` may have happened in all of `[t, t + slack]`: 0, or 999 where only the second is known. */
  readonly slack: number;
}

/** Half-open index ranges of a chain. */
export interface Piece {
  readonly attemptFrom: number;
  readonly attemptTo: number;
  readonly eventFrom: number;
  readonly eventTo: number;
}

/** In place of an event's index: none, or none that is better than all others. */
export const UNDECIDED = -1;

/** Squared milliseconds between a deciding line and an event that is `slack` wide. */
export function squaredDistance(attemptMs: number, eventMs: number, slack: number): number {
  const after = eventMs - attemptMs;
  const distance = after > 0 ? after : Math.max(0, -after - slack);
  return distance * distance;
}
