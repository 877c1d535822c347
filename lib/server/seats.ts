import { TooBusy } from "@/lib/ports/too-busy";

const RETRY_AFTER_S = 5;

/** So many of something at once, and no more. */
export class Seats {
  readonly #most: number;
  readonly #what: string;
  #taken = 0;

  /** `what`: their name in the plural, for people. */
  constructor(most: number, what: string) {
    this.#most = most;
    this.#what = what;
  }

  get taken(): number {
    return this.#taken;
  }

  /** Gives what sets the seat free; calling that twice does no harm. Throws TooBusy when all are taken. */
  take(): () => void {
    if (this.#taken >= this.#most)
      throw new TooBusy(
        `There are ${this.#most} ${this.#what} already, the most there can be.`,
        RETRY_AFTER_S,
      );
    this.#taken++;
    let isMine = true;
    return () => {
      if (isMine) this.#taken--;
      isMine = false;
    };
  }
}
