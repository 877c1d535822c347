import { WINDOW_AFTER_MS, WINDOW_BEFORE_MS } from "../correlation-reach";
import { type Chain, type Piece, squaredDistance, UNDECIDED } from "./chain";
import { cutByWork } from "./chain-cuts";

/** No squared distance within the window exceeds this. */
const MAX_COST = WINDOW_BEFORE_MS * WINDOW_BEFORE_MS;

/** Up to so many attempts at a time the sums stay exact integers. */
const MAX_ATTEMPTS = 4096;

/**
 * Which event belongs to which attempt, where every event in an attempt's window is a candidate: as many pairs as
 * possible, and among those assignments the least sum of squared distances. An attempt gets an event only if every
 * best assignment gives it that one, else UNDECIDED.
 *
 * The cost is convex in the difference of the times, so some best assignment never crosses, and a table over
 * (attempts so far, events so far) finds it; of that table only the band is kept that the windows open. Best
 * assignments that do cross differ from it by attempts, or events, of the very same time.
 * Work: the sum of the candidates of the attempts (see cutByWork for the bound). One object serves many calls.
 */
export class BandAssignment {
  /** Candidates of attempt i: events lo[i] to hi[i], the latter not included. */
  #lo = new Int32Array(0);
  #hi = new Int32Array(0);
  /** Least cost with the attempts up to i and the events before j, at row[i] + j - lo[i]; a pair costs its distance less the reward. */
  #row = new Int32Array(0);
  #best: Float64Array = new Float64Array(0);
  /** The same from the other end, one row at a time. */
  #rest: Float64Array = new Float64Array(0);
  #restAfter: Float64Array = new Float64Array(0);
  /** First and last event that some best assignment gives to attempt i; first > last where there is none. */
  #first = new Int32Array(0);
  #last = new Int32Array(0);

  /** Writes `chosen[i]`, an index of `chain.events` or UNDECIDED, for the attempts of the piece. */
  solve(chain: Chain, piece: Piece, chosen: Int32Array): void {
    cutByWork(chain, piece, {
      maxAttempts: MAX_ATTEMPTS,
      visit: (part) => this.#solvePart(chain, part, chosen),
    });
  }

  #solvePart(chain: Chain, piece: Piece, chosen: Int32Array): void {
    const widest = this.#openWindows(chain, piece);
    const pairs = Math.min(piece.attemptTo - piece.attemptFrom, piece.eventTo - piece.eventFrom);
    const reward = MAX_COST * pairs + 1;
    this.#fillTable(chain, piece, reward);
    this.#restAfter = atLeast(this.#restAfter, widest + 1);
    this.#rest = atLeast(this.#rest, widest + 1);
    this.#findShared(chain, piece, reward);
    this.#decide(chain, piece, chosen);
  }

  #openWindows({ attempts, events, slack }: Chain, piece: Piece): number {
    const { attemptFrom, attemptTo, eventFrom, eventTo } = piece;
    this.#grow(attemptTo - attemptFrom);
    let [lo, hi, cells, widest] = [eventFrom, eventFrom, 0, 0];
    for (let i = 0; i < attemptTo - attemptFrom; i++) {
      const time = attempts[attemptFrom + i] as number;
      while (lo < eventTo && (events[lo] as number) + slack < time - WINDOW_BEFORE_MS) lo++;
      if (hi < lo) hi = lo;
      while (hi < eventTo && (events[hi] as number) <= time + WINDOW_AFTER_MS) hi++;
      this.#lo[i] = lo;
      this.#hi[i] = hi;
      this.#row[i] = cells;
      cells += hi - lo + 1;
      widest = Math.max(widest, hi - lo);
    }
    this.#best = atLeast(this.#best, cells);
    return widest;
  }

  #grow(count: number): void {
    if (this.#lo.length >= count) return;
    const size = Math.max(64, 2 * count);
    this.#lo = new Int32Array(size);
    this.#hi = new Int32Array(size);
    this.#row = new Int32Array(size);
    this.#first = new Int32Array(size);
    this.#last = new Int32Array(size);
  }

  #fillTable(chain: Chain, piece: Piece, reward: number): void {
    const count = piece.attemptTo - piece.attemptFrom;
    const [best, los, his] = [this.#best, this.#lo, this.#hi];
    for (let i = 0; i < count; i++) {
      const time = chain.attempts[piece.attemptFrom + i] as number;
      const lo = los[i] as number;
      const hi = his[i] as number;
      const at = (this.#row[i] as number) - lo;
      best[at + lo] = this.#before(i, lo);
      for (let j = lo + 1; j <= hi; j++) {
        const cost = squaredDistance(time, chain.events[j - 1] as number, chain.slack) - reward;
        const pair = this.#before(i, j - 1) + cost;
        best[at + j] = Math.min(this.#before(i, j), best[at + j - 1] as number, pair);
      }
    }
  }

  /** Least cost with the attempts before i and the events before j, for j in the window of i. */
  #before(i: number, j: number): number {
    if (i === 0) return 0;
    const lo = this.#lo[i - 1] as number;
    const hi = this.#hi[i - 1] as number;
    return this.#best[(this.#row[i - 1] as number) + Math.min(j, hi) - lo] as number;
  }

  /** Least cost with the attempts after i and the events from j on, for j in the window of i. */
  #behind(i: number, j: number, count: number): number {
    if (i + 1 === count) return 0;
    const lo = this.#lo[i + 1] as number;
    return this.#restAfter[j > lo ? j - lo : 0] as number;
  }

  #findShared(chain: Chain, piece: Piece, reward: number): void {
    const count = piece.attemptTo - piece.attemptFrom;
    const optimum = this.#before(count, this.#hi[count - 1] as number);
    for (let i = count - 1; i >= 0; i--) {
      const time = chain.attempts[piece.attemptFrom + i] as number;
      const lo = this.#lo[i] as number;
      const hi = this.#hi[i] as number;
      let [first, last, skipped] = [hi, lo - 1, false];
      let rest = Number.POSITIVE_INFINITY;
      for (let j = hi; j >= lo; j--) {
        const skip = this.#behind(i, j, count);
        if (this.#before(i, j) + skip === optimum) skipped = true;
        rest = Math.min(rest, skip);
        if (j < hi) {
          const cost = squaredDistance(time, chain.events[j] as number, chain.slack) - reward;
          const pair = this.#behind(i, j + 1, count) + cost;
          rest = Math.min(rest, pair);
          if (this.#before(i, j) + pair === optimum) {
            first = j;
            if (last < j) last = j;
          }
        }
        this.#rest[j - lo] = rest;
      }
      this.#first[i] = first;
      this.#last[i] = skipped ? lo - 1 : last;
      [this.#rest, this.#restAfter] = [this.#restAfter, this.#rest];
    }
  }

  #decide(chain: Chain, piece: Piece, chosen: Int32Array): void {
    for (let i = piece.attemptFrom; i < piece.attemptTo; i++) {
      const event = this.#first[i - piece.attemptFrom] as number;
      const sure = event === this.#last[i - piece.attemptFrom];
      chosen[i] =
        sure &&
        standsAlone(chain.attempts, i, piece.attemptFrom, piece.attemptTo) &&
        standsAlone(chain.events, event, piece.eventFrom, piece.eventTo)
          ? event
          : UNDECIDED;
    }
  }
}

/** No neighbour has the same time. */
function standsAlone(times: Float64Array, i: number, from: number, to: number): boolean {
  return (i === from || times[i - 1] !== times[i]) && (i + 1 === to || times[i + 1] !== times[i]);
}

function atLeast(array: Float64Array, length: number): Float64Array {
  return array.length >= length ? array : new Float64Array(2 * length);
}
