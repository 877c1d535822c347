/** Who the reader is, where people sign in. */
export interface SignedIn {
  readonly name: string;
  readonly role: string;
  /** Whether it is a session of ours, which can be ended here. */
  readonly canEnd: boolean;
}
