import type { EpochMs } from "../../time/time-range";
import {
  CUT_SLACK_MS,
  CUT_STEP_MS,
  WHOLE_CHAIN_MS,
  WINDOW_AFTER_MS,
  WINDOW_BEFORE_MS,
} from "../correlation-reach";
import type { Chain, Piece } from "./chain";

/** A piece's table holds at most about so many cells. */
const MAX_CELLS = 1 << 20;
/** So few attempts are never cut for their work. */
const MIN_LIMIT = 32;

/**
 * Cuts a chain that never pauses (a client in a loop) so that an hour can be derived without the whole day before it.
 * A chain of up to WHOLE_CHAIN_MS stays whole. A longer one is cut once in each CUT_STEP_MS of the clock, in the widest
 * pause after a deciding line within CUT_SLACK_MS of the step: what is cut depends on the records near the step alone,
 * so whoever looks at a part of the chain cuts it alike.
 */
export function cutAtSteps(chain: Chain, whole: Piece, visit: (piece: Piece) => void): void {
  const start = Math.min(at(chain.attempts, whole.attemptFrom), at(chain.events, whole.eventFrom));
  const end = Math.max(at(chain.attempts, whole.attemptTo - 1), at(chain.events, whole.eventTo - 1));
  let rest = whole;
  if (end - start > WHOLE_CHAIN_MS) {
    for (let step = Math.ceil(start / CUT_STEP_MS) * CUT_STEP_MS; step <= end; step += CUT_STEP_MS) {
      const cut = quietCut(chain, rest, { from: step - CUT_SLACK_MS, to: step + CUT_SLACK_MS });
      const [piece, behind] = split(chain, rest, cut);
      if (!isEmpty(piece)) visit(piece);
      rest = behind;
    }
  }
  if (!isEmpty(rest)) visit(rest);
}

/**
 * Several attempts and events per second for minutes: cuts again where a table would get too large, so that the cost
 * stays linear: at most MAX_CELLS cells and `maxAttempts` attempts at a time.
 */
export function cutByWork(
  chain: Chain,
  whole: Piece,
  { maxAttempts, visit }: { maxAttempts: number; visit: (piece: Piece) => void },
): void {
  const limit = Math.min(maxAttempts, attemptLimit(chain, whole));
  let rest = whole;
  while (rest.attemptTo - rest.attemptFrom > limit) {
    const from = at(chain.attempts, rest.attemptFrom + (limit >> 1));
    const to = at(chain.attempts, rest.attemptFrom + limit);
    const [piece, behind] = split(chain, rest, quietCut(chain, rest, { from, to: Math.max(to, from + 1) }));
    visit(piece);
    rest = behind;
  }
  if (!isEmpty(rest)) visit(rest);
}

/** The last instant before the widest pause that follows a deciding line of the range; its middle if no line is there. */
export function quietCut(chain: Chain, piece: Piece, range: { from: EpochMs; to: EpochMs }): EpochMs {
  let i = firstAfter(chain.attempts, range.from - 1, piece.attemptFrom, piece.attemptTo);
  let j = firstAfter(chain.events, range.from - 1, piece.eventFrom, piece.eventTo);
  let [cut, widest] = [(range.from + range.to) / 2, -1];
  for (; i < piece.attemptTo && at(chain.attempts, i) < range.to; i++) {
    const time = at(chain.attempts, i);
    while (j < piece.eventTo && at(chain.events, j) <= time) j++;
    const nextEvent = j < piece.eventTo ? at(chain.events, j) : range.to;
    const nextAttempt = i + 1 < piece.attemptTo ? at(chain.attempts, i + 1) : range.to;
    const pause = Math.min(nextEvent, nextAttempt, range.to) - time;
    if (pause > widest) [cut, widest] = [time, pause];
  }
  return cut;
}

function isEmpty(piece: Piece): boolean {
  return piece.attemptFrom >= piece.attemptTo;
}

function attemptLimit(chain: Chain, piece: Piece): number {
  if (piece.attemptTo - piece.attemptFrom <= MIN_LIMIT) return MIN_LIMIT;
  let [lo, hi, widest] = [piece.eventFrom, piece.eventFrom, 1];
  for (let i = piece.attemptFrom; i < piece.attemptTo; i++) {
    const time = at(chain.attempts, i);
    while (lo < piece.eventTo && at(chain.events, lo) + chain.slack < time - WINDOW_BEFORE_MS) lo++;
    while (hi < piece.eventTo && at(chain.events, hi) <= time + WINDOW_AFTER_MS) hi++;
    widest = Math.max(widest, hi - lo + 1);
  }
  return Math.max(MIN_LIMIT, Math.floor(MAX_CELLS / widest));
}

function split(chain: Chain, piece: Piece, cut: EpochMs): readonly [Piece, Piece] {
  const attempt = firstAfter(chain.attempts, cut, piece.attemptFrom, piece.attemptTo);
  const event = firstAfter(chain.events, cut, piece.eventFrom, piece.eventTo);
  return [
    { ...piece, attemptTo: attempt, eventTo: event },
    { ...piece, attemptFrom: attempt, eventFrom: event },
  ];
}

/** Index of the first time later than `time`, or `to`. */
function firstAfter(times: Float64Array, time: EpochMs, from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(times, middle) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

function at(times: Float64Array, i: number): number {
  return times[i] as number;
}
