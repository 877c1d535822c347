import type { AccessDenied, AccessGranted } from "../parse/authenticator-record";
import type { EpochMs } from "../time/time-range";
import type { Caller } from "./attempt";
import type { LineRecord } from "./line-record";

/** A line that decides: `access granted` or `access denied`. */
export type DecisionRecord = LineRecord & { readonly event: AccessGranted | AccessDenied };

/** One attempt as the authenticator's log alone tells it. */
export interface PairedAttempt {
  /** The deciding line's record id. */
  readonly id: string;
  readonly timeMs: EpochMs;
  readonly decision: DecisionRecord;
  /**
   * The `STS response` behind the decision. None: the log has none (old builds, failures before STS answered).
   * Several: each fits equally well, and `caller` keeps only what they have in common.
   */
  readonly responses: readonly LineRecord[];
  readonly caller: Caller | null;
  readonly stsEndpoint: string | null;
}

export interface PairedLines {
  /** By time, then id. */
  readonly attempts: readonly PairedAttempt[];
  /** STS responses that no attempt cites: their decision is missing, or outside of what was given. */
  readonly unpaired: readonly LineRecord[];
}
