import type { TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import type { StoredSession } from "@/lib/domain/correlate/chain/session-start";
import type { Facets } from "@/lib/domain/summarize/attempts/attempt-counts";
import type { LineEvidence, StsEvidence } from "@/lib/domain/summarize/attempts/attempt-detail";
import type { AttemptFilter } from "@/lib/domain/summarize/attempts/attempt-filter";
import type { AttemptPage } from "@/lib/domain/summarize/attempts/attempt-page";
import type { ClusterActivity } from "@/lib/domain/summarize/clusters/cluster-report";
import type { LogPulse } from "@/lib/domain/summarize/coverage/log-pulse";
import type { PresentedTokens } from "@/lib/domain/summarize/attempts/presented-tokens";
import type { RawPage, RawQuery } from "@/lib/domain/summarize/raw-search";
import type { EpochMs, TimeRange } from "@/lib/domain/time/time-range";
import type { AttemptQuery } from "./investigations";

/** Equal buckets from a start that is not later than what is counted. */
export interface TimeSteps {
  readonly startMs: EpochMs;
  readonly bucketMs: number;
}

export interface TimeCount {
  readonly startMs: EpochMs;
  readonly granted: number;
  readonly denied: number;
}

/** The attempts, the records that prove them, and how many there are. */
export interface AttemptStore {
  /** With a signal, here and below: ends the question once it is aborted, and rejects with its reason. */
  search(query: AttemptQuery, signal?: AbortSignal): Promise<AttemptPage>;
  find(id: string): Promise<TracedAttempt | null>;
  /** Those of a stretch of time, in the order of the ids; ids of none are left out. */
  findAll(ids: readonly string[], within: TimeRange): Promise<TracedAttempt[]>;
  /** Records that are kept, of the time `near`; one that cannot be read says why. */
  readLines(recordIds: readonly string[], near: TimeRange): Promise<LineEvidence[]>;
  readEvents(eventIds: readonly string[], near: TimeRange): Promise<Omit<StsEvidence, "chosen">[]>;
  /** What is known of the sessions of these attempts, by attempt; those of which nothing is are absent. */
  knownSessions(
    attemptIds: readonly string[],
    within: TimeRange,
  ): Promise<ReadonlyMap<string, StoredSession>>;
  /** Raw records that hold a text, newest first. Rejects once the signal is aborted. */
  searchRaw(query: RawQuery, signal?: AbortSignal): Promise<RawPage>;
  /** Steps of whole hours or days of UTC are much quicker than others. */
  countByTime(filter: AttemptFilter, steps: TimeSteps, signal?: AbortSignal): Promise<TimeCount[]>;
  countFacets(filter: AttemptFilter, limit: number, signal?: AbortSignal): Promise<Facets>;
  /** Of the range, by session and Region. */
  unclaimedTokens(range: TimeRange, limit: number): Promise<Omit<PresentedTokens, "clusters">>;
  countAttempts(): Promise<number>;
  /** Attempts per cluster since then, those of nodes and AWS left out; clusters without any attempt are absent. */
  clusterActivity(sinceMs: EpochMs): Promise<ClusterActivity[]>;
  /** How the logs beat since then; clusters without a line are absent. */
  logPulses(sinceMs: EpochMs): Promise<LogPulse[]>;
}
