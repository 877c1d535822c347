import type { AccessDenied, AccessGranted } from "../parse/authenticator-record";
import type { Caller } from "./attempt";
import type { LineRecord } from "./line-record";

/** A line that decides: `access granted` or `access denied`. */
export type DecisionRecord = LineRecord & { readonly event: AccessGranted | AccessDenied };

/** One attempt as the authenticator's log alone tells it; the decision's record id is the attempt's. */
export interface PairedAttempt {
  readonly decision: DecisionRecord;
  /** The `STS response` behind it. null: the log has none (old builds, failures before STS answered), or see `tangled`. */
  readonly response: LineRecord | null;
  /** Responses that fit equally well and differ in session or key; `caller` keeps only what they have in common. */
  readonly tangled: readonly LineRecord[];
  readonly caller: Caller | null;
  readonly stsEndpoint: string | null;
}

export interface PairedLines {
  /** By time, then id. */
  readonly attempts: readonly PairedAttempt[];
  /** STS responses that no attempt cites: their decision is missing, or outside of what was given. */
  readonly unpaired: readonly LineRecord[];
}
