import { keyOfLookup, type Lookup } from "@/lib/domain/correlate/lookups/lookup";
import type { AskedLookup, ChainLookups, LookupProblem } from "@/lib/domain/summarize/chain/chain-lookups";
import type { EpochMs } from "@/lib/domain/time/time-range";
import type { LookupOutcome } from "./lookup-desk";

/** What was looked up for one attempt, as it grows. */
export class LookupProgress {
  readonly #asked = new Map<string, AskedLookup>();
  readonly #problems: LookupProblem[] = [];
  #found = 0;
  /** When the first of the answers ends that may be another one soon. */
  #untilMs = Number.POSITIVE_INFINITY;
  #endedMs: EpochMs | null = null;

  get endedMs(): EpochMs | null {
    return this.#endedMs;
  }

  /** Those that were not asked for this attempt yet; from now on they were. */
  take(wanted: readonly Lookup[], most: number): Lookup[] {
    const fresh = wanted.filter((lookup) => !this.#asked.has(keyOfLookup(lookup)));
    const taken = fresh.slice(0, Math.max(0, most - this.#asked.size));
    for (const lookup of taken) this.#asked.set(keyOfLookup(lookup), toAsked(lookup, "looking", 0));
    return taken;
  }

  answered(lookup: Lookup, outcome: LookupOutcome): void {
    const key = keyOfLookup(lookup);
    if (outcome.kind === "failed") {
      this.#asked.set(key, toAsked(lookup, "failed", 0));
      this.#addProblem({ ...lookup.place, problem: outcome.problem });
      return;
    }
    this.#asked.set(key, toAsked(lookup, "answered", outcome.found));
    this.#found += outcome.added;
    this.#untilMs = Math.min(this.#untilMs, outcome.untilMs);
  }

  end(nowMs: EpochMs): void {
    this.#endedMs = nowMs;
  }

  /** `soonMs`: answers that hold no longer than this are worth asking for again. */
  report(soonMs: number): ChainLookups {
    const endedMs = this.#endedMs;
    return {
      state: endedMs === null ? "looking" : "done",
      asked: [...this.#asked.values()],
      found: this.#found,
      problems: [...this.#problems],
      againMs: endedMs !== null && this.#untilMs <= endedMs + soonMs ? this.#untilMs : null,
    };
  }

  #addProblem(problem: LookupProblem): void {
    const isTold = this.#problems.some(
      ({ accountId, region, problem: { message } }) =>
        accountId === problem.accountId && region === problem.region && message === problem.problem.message,
    );
    if (!isTold) this.#problems.push(problem);
  }
}

function toAsked(
  { place, question: { by, value } }: Lookup,
  state: AskedLookup["state"],
  found: number,
): AskedLookup {
  return { ...place, by, value, state, found };
}
