import type { TracedAttempt } from "../../../correlate/chain/attempt-origin";
import type { ExplainedReason } from "../../../explain/explain-reason";
import type { ReasonCode } from "../../../explain/reasons/registry";
import type { EpochMs, TimeRange } from "../../../time/time-range";
import type { AttemptDetail } from "../../attempts/attempt-detail";
import type { WhatIfReport } from "../../configuration/what-if-report";
import type { StoredCoverage } from "../../coverage/coverage-report";
import type { StoredRequest } from "../../requests/request-page";

/** Some of many. */
export interface Counted<T> {
  readonly total: number;
  /** The newest. */
  readonly newest: T | null;
}

/** All that was gathered of somebody who cannot get in to a cluster. */
export interface WhyNotInFacts {
  readonly cluster: string;
  /** As it was asked. */
  readonly who: string;
  readonly range: TimeRange;
  readonly nowMs: EpochMs;
  readonly sources: readonly StoredCoverage[];
  readonly granted: Counted<TracedAttempt>;
  readonly denied: Counted<TracedAttempt>;
  /** The newest attempt of the time at the cluster; null = none is known. */
  readonly here: AttemptDetail | null;
  /** Where there is none: the newest at another cluster. */
  readonly elsewhere: AttemptDetail | null;
  /** Denials of the cluster that name nobody. */
  readonly nameless: Counted<TracedAttempt>;
  /** What the configuration would make of them just now. */
  readonly now: WhatIfReport;
  /** Why it would turn them away, the likeliest first; empty = it would not, or nobody is known by that name. */
  readonly reasonsNow: readonly ExplainedReason[];
  /** Requests to the Kubernetes API that were refused to the one who came in. */
  readonly refused: { readonly total: number; readonly rows: readonly StoredRequest[] };
  /** What the message on their screen means; null = none was given, or it is not known. */
  readonly message: ReasonCode | null;
}
