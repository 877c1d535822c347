import type { TimeRange } from "../../../time/time-range";

/** Who used all rights, at one cluster. */
export interface ClusterAdminQuery {
  readonly cluster: string;
  readonly range: TimeRange;
}
