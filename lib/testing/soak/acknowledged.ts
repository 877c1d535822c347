import type { SourceCoverage } from "@/lib/domain/summarize/coverage/coverage-report";
import { subtractRanges } from "@/lib/domain/time/subtract-ranges";

/** What an engine has said it had read. Whatever happens to that engine, it stays read. */
export class Acknowledged {
  readonly #said = new Map<string, SourceCoverage>();
  #pages = 0;

  /** Stretches and records that were said, in number of times. */
  get count(): number {
    return this.#pages;
  }

  /** Gives what is missing of what was said before, in words; then keeps what is said now. */
  compare(sources: readonly SourceCoverage[]): string[] {
    const missing: string[] = [];
    for (const [id, before] of this.#said) {
      const now = sources.find((source) => source.id === id);
      if (now === undefined) missing.push(`${id} is gone`);
      else missing.push(...missingOf(before, now));
    }
    for (const source of sources) if (source.read.length > 0) this.#said.set(source.id, source);
    this.#pages += sources.reduce((sum, { read }) => sum + read.length, 0);
    return missing;
  }
}

function missingOf(before: SourceCoverage, now: SourceCoverage): string[] {
  const { id } = before;
  const fewer =
    now.records < before.records ? [`${id} had ${before.records} records, has ${now.records}`] : [];
  const lost = before.read.flatMap((range) => subtractRanges(range, now.read));
  return [...fewer, ...lost.map(({ from, to }) => `${id} had read ${iso(from)} to ${iso(to)}`)];
}

const iso = (ms: number) => new Date(ms).toISOString();
