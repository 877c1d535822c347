import { mergeRanges } from "@/lib/domain/time/merge-ranges";
import { subtractRanges } from "@/lib/domain/time/subtract-ranges";
import type { EpochMs, TimeRange } from "@/lib/domain/time/time-range";

/** The rate is that of so many last minutes. */
const WINDOW_MS = 5 * 60_000;
const SAMPLE_EVERY_MS = 1_000;
/** Before that, the rate is chance. */
const SHORTEST_MS = 5_000;

interface Sample {
  readonly atMs: EpochMs;
  readonly unreadMs: number;
}

/** How long a first reading still takes, by how fast it went lately. */
export class PaceMeter {
  #asked: TimeRange = { from: 0, to: 0 };
  #read: readonly TimeRange[] = [];
  #samples: Sample[] = [];

  /** A reading begins, or begins anew: what is asked, and what of it is read. */
  begin(asked: TimeRange, read: readonly TimeRange[], nowMs: EpochMs): void {
    this.#asked = asked;
    this.#read = read;
    this.#samples = [{ atMs: nowMs, unreadMs: this.#unreadMs() }];
  }

  /** That much more is read. */
  add(range: TimeRange, nowMs: EpochMs): void {
    this.#read = mergeRanges([...this.#read, range]);
    const sample = { atMs: nowMs, unreadMs: this.#unreadMs() };
    const [before, last] = this.#samples.slice(-2);
    if (before !== undefined && last !== undefined && last.atMs - before.atMs < SAMPLE_EVERY_MS)
      this.#samples.pop();
    this.#samples.push(sample);
    while (this.#samples.length > 2 && (this.#samples[1]?.atMs ?? nowMs) < nowMs - WINDOW_MS)
      this.#samples.shift();
  }

  /** That much more is read, but in passing: it tells nothing of how fast the rest goes. */
  addAside(range: TimeRange): void {
    const before = this.#unreadMs();
    this.#read = mergeRanges([...this.#read, range]);
    const readMs = before - this.#unreadMs();
    this.#samples = this.#samples.map(({ atMs, unreadMs }) => ({ atMs, unreadMs: unreadMs - readMs }));
  }

  /** null = that cannot be told yet. */
  secondsLeft(nowMs: EpochMs): number | null {
    const first = this.#samples[0];
    const unreadMs = this.#unreadMs();
    if (first === undefined) return null;
    if (unreadMs === 0) return 0;
    const tookMs = nowMs - first.atMs;
    const readMs = first.unreadMs - unreadMs;
    return tookMs < SHORTEST_MS || readMs <= 0 ? null : (tookMs * unreadMs) / readMs / 1000;
  }

  #unreadMs(): number {
    return subtractRanges(this.#asked, this.#read).reduce((sum, { from, to }) => sum + to - from, 0);
  }
}
