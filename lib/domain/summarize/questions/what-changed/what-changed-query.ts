import type { TimeRange } from "../../../time/time-range";

/** Denials at a cluster whose beginning is looked for. */
export interface WhatChangedQuery {
  readonly cluster: string;
  /** Anything that names somebody; null = whoever was denied. */
  readonly who: string | null;
  readonly range: TimeRange;
}
