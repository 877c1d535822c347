import type { Viewer } from "./viewer";
import type { DenialText, FirstSight } from "@/lib/domain/summarize/overview/sort-news";
import type { EpochMs, TimeRange } from "@/lib/domain/time/time-range";

/** Attempts of a cluster within one hour of UTC. */
export interface ClusterHour {
  readonly cluster: string;
  readonly startMs: EpochMs;
  /** Without nodes and AWS. */
  readonly granted: number;
  readonly denied: number;
  /** With them. */
  readonly allDenied: number;
}

/** Who came to a cluster within a range, without nodes and AWS; the one of cluster "" counts all clusters together. */
export interface Attendance {
  readonly cluster: string;
  readonly people: number;
  readonly sessions: number;
}

/** Denials of one cluster, text and principal within a step. */
export interface DenialStep extends DenialText {
  readonly stepMs: EpochMs;
  readonly principal: string | null;
  readonly lastMs: EpochMs;
}

/** What is seen at a glance, of all clusters. */
export interface OverviewStore {
  /** Hours without attempts are absent; ragged ends count as far as they are of the range. */
  clusterHours(range: TimeRange): Promise<ClusterHour[]>;
  attendance(range: TimeRange): Promise<Attendance[]>;
  /** Denials of all classes by step; single ones are left out, the steps of most first, `limit` rows at most. */
  denialSteps(range: TimeRange, stepMs: number, limit: number): Promise<DenialStep[]>;
  /**
   * Who was seen within the range at one of these clusters and never before there, without nodes and AWS, newest first.
   * Other clusters count for nothing.
   */
  firstSights(range: TimeRange, limit: number, clusters: Viewer["clusters"]): Promise<FirstSight[]>;
  /** Texts of the denials of a range at these clusters, and all texts of those before. */
  denialTexts(
    range: TimeRange,
    clusters: Viewer["clusters"],
  ): Promise<{ readonly within: DenialText[]; readonly before: string[] }>;
  /** From when on attempts of each cluster are known, by whole hours. */
  knownSince(): Promise<readonly (readonly [cluster: string, sinceMs: EpochMs])[]>;
}
