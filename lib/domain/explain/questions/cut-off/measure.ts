/** Something that cuts somebody off, ready to be copied. Nothing here is ever run. */
export interface Measure {
  readonly title: string;
  /** Ways to do it: commands, or a diff as `patch` takes it. */
  readonly forms: readonly { readonly form: string; readonly text: string }[];
  readonly stops: string;
  /** Whom it hits besides; null = nobody that is known. */
  readonly mind: string | null;
  /** What goes on nevertheless, and until when. */
  readonly leaves: readonly string[];
}
