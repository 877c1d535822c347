import type { Confidence } from "../../../correlate/attempt";
import type { HopKind } from "../../../correlate/chain/hop-kind";
import type { EpochMs } from "../../../time/time-range";
import type { MissingHop } from "../../chain/attempt-chain";
import type { Gathered } from "./gather-behind";

/** One step of the way to the session that a cluster saw. */
export interface WayStep {
  readonly kind: HopKind;
  /** `took role Admin, session alice@example.com`. */
  readonly says: string;
  readonly timeMs: EpochMs;
  readonly confidence: Confidence;
}

/** Somebody behind a name: who, how sure that is, and through what he came. */
export interface Behind extends Omit<Gathered, "holders"> {
  /** It is he to whom the line, the event or the request leads that was asked about. */
  readonly isAsked: boolean;
  /** The chain of his newest attempt, from the origin to the session; empty = none is known, or it was not looked at. */
  readonly way: readonly WayStep[];
  /** What of that chain is not known, why, and what to do; null = nothing is missing. */
  readonly missing: MissingHop | null;
}
