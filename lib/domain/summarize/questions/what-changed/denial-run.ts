import type { TracedAttempt } from "../../../correlate/chain/attempt-origin";
import type { Culprit } from "../../../explain/mapped/find-culprit";
import type { ReasonCode } from "../../../explain/reasons/registry";

/** The newest run of denials of one role or user at a cluster: nothing of it was granted in between. */
export interface DenialRun {
  /** Of the role or user. */
  readonly name: string;
  readonly denials: number;
  readonly first: TracedAttempt;
  readonly last: TracedAttempt;
  /** The newest grant before it; null = none was seen in the time. */
  readonly before: TracedAttempt | null;
  /** The newest grant after it; null = there was none yet. */
  readonly after: TracedAttempt | null;
  /** The change since which the configuration turns them away; null = none that is known does. */
  readonly culprit: Culprit | null;
  readonly reason: { readonly code: ReasonCode; readonly title: string } | null;
}

/** Denials in which STS named nobody, by their reason. */
export interface NamelessDenials {
  readonly code: ReasonCode | null;
  readonly title: string;
  readonly count: number;
  readonly newest: TracedAttempt;
}
