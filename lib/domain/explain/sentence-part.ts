/** A stretch of a sentence. Text is data: escape it for wherever it is shown. */
export interface SentencePart {
  readonly text: string;
  readonly strong?: boolean;
  readonly code?: boolean;
  /** Chosen by whoever came: a word, not a proof. */
  readonly claimed?: boolean;
}
