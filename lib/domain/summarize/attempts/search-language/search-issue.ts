/** Something in a search that is not as it stands there; `start` and `end` count UTF-16 units of the text. */
export interface SearchIssue {
  /** An error leaves its term out; a warning says how it was taken. */
  readonly severity: "error" | "warning";
  readonly start: number;
  readonly end: number;
  /** Something opens and is not closed: it may still be. */
  readonly open?: true;
  /** One plain sentence or two, without the text at fault: that may be anything. */
  readonly message: string;
}
