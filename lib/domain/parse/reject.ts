/** Why a piece of input could not be read, and where. `position` counts UTF-16 units from its start. */
export interface Reject {
  readonly position: number;
  readonly code:
    | "not-logfmt"
    | "unterminated-quote"
    | "bad-escape"
    | "missing-field"
    | "not-json"
    | "truncated"
    | "wrong-shape"
    | "too-large"
    | "empty";
  /** One plain sentence for a person. */
  readonly message: string;
}
