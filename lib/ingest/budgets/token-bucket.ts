const SLOWEST_PER_S = 0.1;
/** Share of the nominal rate that is regained in a second without a throttle. */
const RECOVERY_PER_S = 0.02;
const SLOWED_FOR_MS = 60_000;
const FIRST_SILENCE_MS = 500;
const LONGEST_SILENCE_MS = 20_000;

export interface BucketOptions {
  /** Requests a second while AWS does not object. */
  readonly nominalPerS: number;
  readonly nowMs: number;
  /** 0 to 1, for the jitter. */
  readonly random: () => number;
}

/**
 * Tokens that come at a rate: halved when AWS throttles, down to one in ten seconds, and regained evenly (AIMD; facts:
 * security §4.3). Knows no clock: every question names the time, in epoch milliseconds.
 */
export class TokenBucket {
  readonly #nominal: number;
  readonly #random: () => number;
  #rate: number;
  #level: number;
  #atMs: number;
  #silentUntilMs = 0;
  #inARow = 0;
  #cutAtMs = Number.NEGATIVE_INFINITY;

  constructor({ nominalPerS, nowMs, random }: BucketOptions) {
    this.#nominal = nominalPerS;
    this.#random = random;
    this.#rate = nominalPerS;
    this.#level = this.#depth;
    this.#atMs = nowMs;
  }

  /** 0 = a token was taken; else the milliseconds until it is worth asking again. */
  take(nowMs: number): number {
    this.#fill(nowMs);
    if (nowMs < this.#silentUntilMs) return this.#silentUntilMs - nowMs;
    if (this.#level < 1) return Math.max(1, ((1 - this.#level) / this.#rate) * 1000);
    this.#level -= 1;
    return 0;
  }

  /** AWS throttled a request sent at that time. Those sent before the rate was last cut tell nothing new. */
  throttled(sentAtMs: number, nowMs: number): void {
    this.#fill(nowMs);
    if (sentAtMs <= this.#cutAtMs) return;
    this.#rate = Math.max(Math.min(SLOWEST_PER_S, this.#nominal), this.#rate / 2);
    this.#level = 0;
    this.#cutAtMs = nowMs;
    const longest = Math.min(LONGEST_SILENCE_MS, FIRST_SILENCE_MS * 2 ** this.#inARow);
    this.#inARow += 1;
    this.#silentUntilMs = nowMs + this.#random() * longest;
  }

  answered(): void {
    this.#inARow = 0;
  }

  isSlowed(nowMs: number): boolean {
    this.#fill(nowMs);
    return this.#rate < this.#nominal || nowMs - this.#cutAtMs < SLOWED_FOR_MS;
  }

  /** A second's worth, so that an idle moment is not lost; two at least, which every quota of AWS allows at once. */
  get #depth(): number {
    return Math.max(2, this.#nominal);
  }

  #fill(nowMs: number): void {
    const seconds = Math.max(0, nowMs - this.#atMs) / 1000;
    this.#atMs = Math.max(this.#atMs, nowMs);
    this.#level = Math.min(this.#depth, this.#level + seconds * this.#rate);
    this.#rate = Math.min(this.#nominal, this.#rate + seconds * RECOVERY_PER_S * this.#nominal);
  }
}
