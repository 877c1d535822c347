/** Who the reader is, where people sign in. */
export interface SignedIn {
  readonly name: string;
  readonly role: string;
  /** Whose session it is: only ours can be ended here for good. */
  readonly keeper: "gatebook" | "balancer" | "proxy";
}
