/** A place in a text, all counted from 0; `at` and `column` in UTF-16 units. */
export interface Mark {
  readonly at: number;
  readonly line: number;
  readonly column: number;
}
