import type { AttemptOrigin } from "../../correlate/chain/attempt-origin";
import type { Hop, Origin, SetAside } from "../../correlate/chain/chain";
import type { DirectoryAnswer } from "../../correlate/chain/directory";
import type { OriginFact } from "../../correlate/chain/origin-fact";
import type { OriginName } from "../../correlate/chain/told-names";
import type { ChainLookups } from "./chain-lookups";
import type { SharedUsername } from "./shared-username";

/** How an attempt's caller came by his credentials. */
export interface AttemptChain {
  readonly attemptId: string;
  /** AWS's id of the deciding line; null where the input had none. */
  readonly logEventId: string | null;
  readonly origin: Origin;
  /** Every name of a person that was told, the one that counts first. */
  readonly names: readonly OriginName[];
  /** What directories say of the person; null = nothing leads to one. */
  readonly directory: DirectoryAnswer | null;
  /** Who else came to the cluster as the same Kubernetes username; null = nobody that is known, or there is none. */
  readonly sharedUsername: SharedUsername | null;
  /** What is known of the origin besides its name: pod, instance, repository, account … */
  readonly facts: readonly OriginFact[];
  /** From the origin to the session. */
  readonly hops: readonly Hop[];
  readonly end: AttemptOrigin["end"];
  /** Events that name a key of the chain, and cannot have issued it. */
  readonly setAside: readonly SetAside[];
  /** What is missing, why it may be, and what to do; null = nothing is. */
  readonly missing: MissingHop | null;
  /** What is looked up for it in event histories; null = nothing can be: no account of AWS's is connected, or many chains were asked for. */
  readonly lookups: ChainLookups | null;
}

export interface MissingHop {
  readonly what: string;
  readonly why: readonly string[];
  readonly next: readonly string[];
}
