import type { EpochMs } from "../../time/time-range";
import type { CoverageGap } from "../coverage/coverage-gaps";
import type { CoverageAlarm, SourceCoverage, SourcePace, SourceProblem } from "../coverage/coverage-report";

/** How it stands with a cluster's log, the worst first. */
export const CLUSTER_STATES = [
  "failed",
  "log-off",
  "disk-full",
  "silent",
  "behind",
  "waiting",
  "reading",
  "following",
  "imported",
  "gone",
] as const;
export type ClusterState = (typeof CLUSTER_STATES)[number];

/** Attempts of a cluster within the last 24 hours, those of nodes and AWS left out, and its newest of all. */
export interface ClusterActivity {
  readonly cluster: string;
  readonly granted: number;
  readonly denied: number;
  readonly newestMs: EpochMs | null;
}

/** One cluster in the list of all. */
export interface ClusterSummary extends ClusterActivity {
  readonly accountId: string | null;
  readonly region: string;
  readonly state: ClusterState;
  /** Share of what was asked for that is read, 0 to 1. */
  readonly progress: number;
  readonly pace: SourcePace | null;
  readonly problem: SourceProblem | null;
  readonly alarm: CoverageAlarm | null;
  /** The newest line of its log. */
  readonly newestLineMs: EpochMs | null;
  /** Of the last 14 days, oldest first. */
  readonly gaps: readonly CoverageGap[];
}

export interface ClusterList {
  readonly nowMs: EpochMs;
  /** Those that cannot be read first, then by name. */
  readonly clusters: readonly ClusterSummary[];
}

/** A gap with its words. */
export interface ToldGap extends CoverageGap {
  readonly sentence: string;
}

/** One of the sources that tell of a cluster. */
export interface ClusterSource {
  readonly coverage: SourceCoverage;
  /** Of the last 14 days, newest first. */
  readonly gaps: readonly ToldGap[];
}

/** Something that the records of this cluster cannot tell, and why. */
export interface BlindSpot {
  readonly what: string;
  readonly why: string;
}

export interface ClusterReport {
  readonly nowMs: EpochMs;
  readonly summary: ClusterSummary;
  /** Its logs first, then the CloudTrail of its account. */
  readonly sources: readonly ClusterSource[];
  readonly blindSpots: readonly BlindSpot[];
}
