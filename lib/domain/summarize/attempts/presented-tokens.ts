import type { EpochMs } from "../../time/time-range";

/** Tokens that an authenticator presented to STS, seen in CloudTrail alone: whose they were, not at which cluster. */
export interface PresentedTokens {
  /** Sessions, the latest first. */
  readonly sessions: readonly PresentedSession[];
  /** Of the range; `sessions` may be fewer. */
  readonly total: number;
  /** Clusters whose authenticator log was not read for some of the range: it was at one of them, or at one not known. */
  readonly clusters: readonly string[];
}

/** Checks of one session's tokens in one Region. */
export interface PresentedSession {
  readonly arn: string | null;
  readonly accountId: string | null;
  readonly accessKeyId: string | null;
  /** `AROA…:session`, `AIDA…`. */
  readonly principalId: string | null;
  /** Of the STS endpoint in the token, which the client chose. */
  readonly region: string;
  readonly firstMs: EpochMs;
  readonly lastMs: EpochMs;
  readonly checks: number;
  /** CloudTrail's id of the latest. */
  readonly eventId: string;
}
