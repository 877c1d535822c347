import type { Known, Standing } from "./change-board";

/** Asks the engine once and waits there. */
export type AskStanding = (known: Known, signal: AbortSignal) => Promise<Standing>;

/** null: the engine does not answer just now. */
export type Listener = (standing: Standing | null) => void;

const RETRY_MS = 1_000;

/** One long question to the engine for all streams of a process, asked only while somebody listens. */
export class StoredFeed {
  readonly #ask: AskStanding;
  readonly #listeners = new Set<Listener>();
  #standing: Standing | null = null;
  #abort: AbortController | null = null;

  constructor(ask: AskStanding) {
    this.#ask = ask;
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  /** Tells how it stands, and again with each change. Gives what ends that. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    if (this.#standing !== null) listener(this.#standing);
    if (this.#abort === null) {
      this.#abort = new AbortController();
      void this.#run(this.#abort.signal);
    }
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#abort?.abort();
      this.#abort = null;
      this.#standing = null;
    };
  }

  async #run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const standing = await this.#ask(this.#standing, signal).catch(() => null);
      if (signal.aborted) return;
      const isNews = standing?.run !== this.#standing?.run || standing?.last !== this.#standing?.last;
      this.#standing = standing;
      if (isNews || standing === null) for (const listener of [...this.#listeners]) listener(standing);
      if (standing === null) await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}
