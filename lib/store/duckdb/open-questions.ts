/**
 * What is asked over one connection. DuckDB goes down, and the process with it, when a connection is closed under a question,
 * and what one branch of a piece of work asks may still run when another has failed.
 */
export class OpenQuestions {
  readonly #open = new Set<Promise<unknown>>();
  #isOver = false;

  /** Begins a question, unless all is over: then it rejects. */
  async ask<T>(begin: () => Promise<T>): Promise<T> {
    if (this.#isOver) throw new Error("the work that asks this has ended");
    const answer = begin();
    this.#open.add(answer);
    try {
      return await answer;
    } finally {
      this.#open.delete(answer);
    }
  }

  /** Lets no other begin, and waits for those that run. */
  async end(): Promise<void> {
    this.#isOver = true;
    await Promise.allSettled([...this.#open]);
  }
}
