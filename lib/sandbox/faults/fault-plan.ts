/** What AWS does to a call instead of answering it. */
export const REFUSALS = [
  /** ThrottlingException, HTTP 400. */
  "throttled",
  /** InternalFailure, HTTP 500. */
  "internal-error",
  /** ExpiredTokenException. */
  "expired-credentials",
  /** AccessDenied, in IAM's words. */
  "denied",
  /** ResourceNotFoundException. */
  "absent",
  /** UnrecognizedClientException: the Region is not enabled for the account. */
  "disabled-region",
  /** The page token is no longer taken; strikes calls that bring one. */
  "expired-page-token",
] as const;

/** What happens to a page on its way; strikes after the work is done. */
const PAGE_FAULTS = [
  /** The token that came is given back: the same page for ever. Strikes calls that bring one. */
  "repeated-page-token",
  /** The page's records are out of order. */
  "shuffled",
  /** Each record of the page stands there twice. */
  "twice",
] as const;

/** What happens to the bytes of an answer. */
const ANSWER_FAULTS = [
  /** HTTP 503 without a body, as a load balancer sends it. */
  "unavailable",
  /** The connection breaks in the middle of the answer. */
  "cut",
  /** No answer, ever. */
  "silence",
  /** HTTP 200 with half of the JSON. */
  "half",
  /** HTTP 200 with nothing. */
  "empty",
  /** HTTP 200 with a page of HTML, as a proxy sends it. */
  "html",
] as const;

export const CALL_FAULTS = [...REFUSALS, ...PAGE_FAULTS, ...ANSWER_FAULTS];
export type Refusal = (typeof REFUSALS)[number];
export type CallFaultKind = (typeof CALL_FAULTS)[number];

/** When a fault is there, in seconds of the sandbox's clock since it was started. Absent = always. */
export interface FaultTimes {
  readonly fromS?: number;
  readonly toS?: number;
  /** Of each period of so many seconds … */
  readonly everyS?: number;
  /** … the last so many. */
  readonly lastsS?: number;
}

/** Strikes calls. Of several rules, the first that strikes decides. */
export interface CallFault extends FaultTimes {
  readonly kind: CallFaultKind;
  /** IAM actions such as `logs:FilterLogEvents`, or `logs:*`. Absent = all. */
  readonly actions?: readonly string[];
  readonly region?: string;
  /** Only calls whose input, as JSON, holds this text, such as `/aws/eks/prod/`. */
  readonly about?: string;
  /** Share of these calls, 0 to 1, chosen by seed and number of the request. Absent = all. */
  readonly share?: number;
}

/** Part of the records can be read so many seconds later than usual. Of several rules, the first that fits decides. */
export interface LateFault {
  readonly of: "lines" | "events";
  /** Chosen by seed and the record's id. */
  readonly share: number;
  readonly byS: number;
}

/** Lines that a cluster writes in one millisecond and that can be read bit by bit. */
export interface BurstFault {
  readonly cluster: string;
  /** Seconds after the sandbox's start; may be negative. */
  readonly atS: number;
  readonly count: number;
  /** In how many parts they come … */
  readonly parts: number;
  /** … and how far apart. */
  readonly apartS: number;
}

/** A bad day of AWS, as data: with the same seed, and the same requests, the same things go wrong. */
export interface FaultPlan {
  readonly seed?: number;
  readonly calls?: readonly CallFault[];
  readonly late?: readonly LateFault[];
  readonly bursts?: readonly BurstFault[];
  /** Share of every quota that others in the account use, 0 to 1. */
  readonly othersUse?: number;
}
