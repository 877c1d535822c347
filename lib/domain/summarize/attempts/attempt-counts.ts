import type { CallerClass } from "../../correlate/attempt";
import type { EpochMs, TimeRange } from "../../time/time-range";
import type { FacetName } from "./attempt-filter";
import type { GapKind } from "../coverage/coverage-gaps";

/** Attempts over time. Buckets are equal, gapless and cover the asked range; see bucketsOver. */
export interface Histogram {
  readonly bucketMs: number;
  readonly buckets: readonly {
    readonly startMs: EpochMs;
    readonly granted: number;
    readonly denied: number;
  }[];
  /** Where nothing is known of a cluster that was asked for, oldest first: no attempt there does not mean nobody. */
  readonly gaps: readonly HistogramGap[];
}

export interface HistogramGap extends TimeRange {
  readonly kind: GapKind;
  /** null: no log of any cluster is read. */
  readonly cluster: string | null;
}

export interface FacetCount {
  readonly value: string;
  readonly count: number;
  /** Of an origin: what it is, mostly. */
  readonly kind?: CallerClass | undefined;
}

export interface Facets {
  /** Most frequent first. Each name is counted without its own filter. */
  readonly facets: Readonly<
    Record<FacetName, { readonly values: readonly FacetCount[]; readonly distinct: number }>
  >;
  /** What `noise: "fold"` leaves out under the same filter. */
  readonly folded: { readonly node: number; readonly aws: number };
  readonly totals: {
    readonly granted: number;
    readonly denied: number;
    /** Distinct callers and sessions among the matches: one login is many attempts. */
    readonly callers: number;
    /** Distinct persons among the origins. */
    readonly people: number;
    readonly sessions: number;
  };
}
