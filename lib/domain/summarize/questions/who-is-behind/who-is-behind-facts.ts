import type { TracedAttempt } from "../../../correlate/chain/attempt-origin";
import type { Hop } from "../../../correlate/chain/chain";
import type { IdentityRef } from "../../../identity/identity-ref";
import type { EpochMs } from "../../../time/time-range";
import type { MissingHop } from "../../chain/attempt-chain";
import type { Gathered } from "./gather-behind";

/** What a text leads to: a name; or one attempt by a line, an event or a request, and the name that it came by. */
export interface MeantName {
  /** null = nothing is known by that text, or STS named nobody. */
  readonly identity: IdentityRef | null;
  readonly attempt: TracedAttempt | null;
  /** Where and when it was, of a line, an event or a request. */
  readonly place: { readonly cluster: string; readonly timeMs: EpochMs } | null;
  /** What else is called so. */
  readonly others: readonly IdentityRef[];
  /** Where nothing is known: names that look like it. */
  readonly near: readonly IdentityRef[];
}

/** All that was gathered of a name. */
export interface WhoIsBehindFacts extends MeantName {
  readonly who: string;
  readonly cluster: string | null;
  readonly behind: readonly Gathered[];
  /** How many more there are, and the attempts of all. */
  readonly moreBehind: number;
  readonly attempts: number;
  /** By id of the attempt, of some. */
  readonly chains: ReadonlyMap<
    string,
    { readonly hops: readonly Hop[]; readonly missing: MissingHop | null }
  >;
  readonly unread: readonly string[];
}
