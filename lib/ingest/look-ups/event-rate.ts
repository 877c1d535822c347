import { HOUR_MS } from "@/lib/domain/time/durations";
import type { EpochMs, TimeRange } from "@/lib/domain/time/time-range";
import type { SourcePage } from "@/lib/ports/event-source";

/** What ends earlier tells of a former time. */
const CURRENT_MS = HOUR_MS;
/** Of so many events in a row the rate is told before the stretch is read to its end. */
const ENOUGH = 500;

/** How many events a place records an hour, by the pages that are read of its last hour. */
export class EventRate {
  #count = 0;
  #oldestMs: EpochMs = 0;
  #newestMs: EpochMs = 0;

  /** Events an hour, once this page tells; null = not yet. The pages of one range come newest first. */
  add(range: TimeRange, isFirst: boolean, page: SourcePage, nowMs: EpochMs): number | null {
    if (range.to < nowMs - CURRENT_MS) return null;
    if (isFirst) this.#begin();
    for (const { timeMs } of page.records) {
      this.#count++;
      this.#oldestMs = Math.min(this.#oldestMs, timeMs);
      this.#newestMs = Math.max(this.#newestMs, timeMs);
    }
    if (page.cursor === null) return this.#per(range.to - range.from);
    return this.#count >= ENOUGH ? this.#per(this.#newestMs - this.#oldestMs) : null;
  }

  /** By one page alone, where no more are read. */
  ofPage({ records, cursor }: SourcePage, range: TimeRange): number {
    this.#begin();
    const times = records.map(({ timeMs }) => timeMs);
    this.#count = times.length;
    const span = Math.max(...times) - Math.min(...times);
    return this.#per(cursor === null || times.length === 0 ? range.to - range.from : span);
  }

  #begin(): void {
    this.#count = 0;
    this.#oldestMs = Number.POSITIVE_INFINITY;
    this.#newestMs = 0;
  }

  /** Times have whole seconds. */
  #per(spanMs: number): number {
    return (this.#count / Math.max(1000, spanMs)) * HOUR_MS;
  }
}
