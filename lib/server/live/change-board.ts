import { createHash } from "node:crypto";
import type { Attempt } from "@/lib/domain/correlate/attempt";
import { groupBy } from "@/lib/domain/explain/group-by";
import type { EventStore } from "@/lib/ports/event-store";

/** How far a store has changed: by cluster, how often its attempts did. */
export interface Standing {
  /** Numbers are of one run of the engine: of another one they mean nothing. */
  readonly run: string;
  /** The number of the last change, of whatever cluster. */
  readonly last: number;
  readonly clusters: Readonly<Record<string, number>>;
}

/** What somebody knows already; null = nothing, and he does not wait. */
export type Known = Pick<Standing, "run" | "last"> | null;

const STRETCHES_KEPT = 512;

/** Notes which clusters' attempts changed, and tells who waits for that. Counts alone: nothing of the logs. */
export class ChangeBoard {
  readonly #run: string;
  readonly #clusters = new Map<string, number>();
  readonly #stretches = new Map<string, string>();
  readonly #waiting = new Set<() => void>();
  #last = 0;
  #untraced = new Set<string>();
  #isClosed = false;

  /** `run`: another one for each start. */
  constructor(run: string) {
    this.#run = run;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  /** The attempts of a stretch as they are now; only clusters of which some came or went are noted. */
  noteStretch(fromMs: number, attempts: readonly Attempt[]): void {
    const changed = [...groupBy(attempts, ({ cluster }) => cluster)].filter(([cluster, own]) =>
      this.#isNew(JSON.stringify([fromMs, cluster]), own),
    );
    for (const [cluster] of changed) this.#untraced.add(cluster);
    this.#note(changed.map(([cluster]) => cluster));
  }

  /** Origins were found: what came last may meet other filters now. */
  noteOrigins(): void {
    this.#note([...this.#untraced]);
    this.#untraced = new Set();
  }

  standing(): Standing {
    return { run: this.#run, last: this.#last, clusters: Object.fromEntries(this.#clusters) };
  }

  /** Resolves when something changed that is not known, after `longestMs`, or with the signal. */
  async waitFor(known: Known, longestMs: number, signal?: AbortSignal): Promise<Standing> {
    const isNews = known === null || known.run !== this.#run || known.last !== this.#last;
    if (!isNews && !this.#isClosed && signal?.aborted !== true) await this.#nextChange(longestMs, signal);
    return this.standing();
  }

  /** Lets all go who wait. */
  close(): void {
    this.#isClosed = true;
    this.#wake();
  }

  #isNew(key: string, attempts: readonly Attempt[]): boolean {
    const hash = createHash("sha256");
    for (const { id, decision } of attempts) hash.update(id).update(decision);
    const print = hash.digest("base64");
    if (this.#stretches.get(key) === print) return false;
    this.#stretches.delete(key);
    this.#stretches.set(key, print);
    const [oldest] = this.#stretches.keys();
    if (this.#stretches.size > STRETCHES_KEPT && oldest !== undefined) this.#stretches.delete(oldest);
    return true;
  }

  #note(clusters: readonly string[]): void {
    if (clusters.length === 0) return;
    this.#last++;
    for (const cluster of clusters) this.#clusters.set(cluster, (this.#clusters.get(cluster) ?? 0) + 1);
    this.#wake();
  }

  #wake(): void {
    for (const wake of [...this.#waiting]) wake();
  }

  #nextChange(longestMs: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake);
        clearTimeout(timer);
        signal?.removeEventListener("abort", wake);
        resolve();
      };
      const timer = setTimeout(wake, longestMs);
      signal?.addEventListener("abort", wake);
      this.#waiting.add(wake);
    });
  }
}

/** The same store; what is derived in it is noted, once it is stored. */
export function noteChanges(store: EventStore, board: ChangeBoard): EventStore {
  return {
    ...store,
    async deriveStretch(stretch, needed, derive) {
      let attempts: readonly Attempt[] = [];
      await store.deriveStretch(stretch, needed, (window) => {
        const derived = derive(window);
        attempts = derived.attempts;
        return derived;
      });
      board.noteStretch(stretch.from, attempts);
    },
    async writeOrigins(traced) {
      await store.writeOrigins(traced);
      board.noteOrigins();
    },
  };
}
