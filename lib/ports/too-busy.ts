/** The question is of a kind that is answered one after the other, and too many wait already. Ask again later. */
export class TooBusy extends Error {
  /** When it is worth asking again. */
  readonly retryAfterS: number;
  constructor(message: string, retryAfterS: number) {
    super(message);
    this.name = "TooBusy";
    this.retryAfterS = retryAfterS;
  }
}
