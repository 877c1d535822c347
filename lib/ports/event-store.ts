import type { Want } from "@/lib/domain/correlate/chain/addresses";
import type { Answers } from "@/lib/domain/correlate/chain/candidates";
import type { TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import type { SessionStart, StoredSession } from "@/lib/domain/correlate/chain/session-start";
import type { Traced } from "@/lib/domain/correlate/chain/trace-chains";
import type { Derived } from "@/lib/domain/correlate/correlate";
import type { IdentityUse, UseRecord } from "@/lib/domain/correlate/identity-use";
import type { KubeRequest } from "@/lib/domain/correlate/kube-request";
import type { LineRecord } from "@/lib/domain/correlate/line-record";
import type { ChosenWay } from "@/lib/domain/correlate/lookups/reading-way";
import type { StsCandidate } from "@/lib/domain/correlate/sts-candidate";
import type { IdentityRef } from "@/lib/domain/identity/identity-ref";
import type { AuthenticatorRecord } from "@/lib/domain/parse/authenticator-record";
import type { CloudTrailRecord } from "@/lib/domain/parse/cloudtrail-record";
import type { Facets } from "@/lib/domain/summarize/attempt-counts";
import type { LineEvidence, StsEvidence } from "@/lib/domain/summarize/attempt-detail";
import type { Meaning } from "@/lib/domain/parse/pasted/meaning";
import type { AttemptFilter } from "@/lib/domain/summarize/attempt-filter";
import type { AttemptPage } from "@/lib/domain/summarize/attempt-page";
import type { ClusterActivity } from "@/lib/domain/summarize/cluster-report";
import type { SourceProblem, StorageReport, StoredCoverage } from "@/lib/domain/summarize/coverage-report";
import type { FoundMeaning, IdentityFacts, IdentityHit } from "@/lib/domain/summarize/identity-report";
import type { LogPulse } from "@/lib/domain/summarize/log-pulse";
import type { PresentedTokens } from "@/lib/domain/summarize/presented-tokens";
import type { RawPage, RawQuery } from "@/lib/domain/summarize/raw-search";
import type { CoverageByAge } from "@/lib/domain/time/coverage-by-age";
import type { EpochMs, TimeRange } from "@/lib/domain/time/time-range";
import type { SourceDescriptor, SourceRecord } from "./event-source";
import type { AttemptQuery } from "./investigations";
import type { RequestStore } from "./request-store";

/** A record as it came, with its reading. `parsed` null = it could not be read; its text is kept. */
export type ReadRecord =
  | { readonly source: SourceRecord; readonly kind: "line"; readonly parsed: AuthenticatorRecord }
  | { readonly source: SourceRecord; readonly kind: "audit"; readonly parsed: AuditFacts | null }
  | { readonly source: SourceRecord; readonly kind: "event"; readonly parsed: CloudTrailRecord | null };

/** What is taken from an audit event; at least one of the two. */
export interface AuditFacts {
  /** Where attempts are rebuilt from the audit log. */
  readonly use: IdentityUse | null;
  /** If it is one that is kept. */
  readonly request: KubeRequest | null;
}

/** Where the reading of a range stands, so that it can go on after a restart. */
export interface Checkpoint {
  readonly range: TimeRange;
  readonly cursor: string | null;
  /** When its reading began: what arrived since may not be in it. */
  readonly startedMs: EpochMs;
}

export interface PageToStore {
  readonly sourceId: string;
  readonly records: readonly ReadRecord[];
  /** Newly read to the end; null = nothing yet. */
  readonly complete: TimeRange | null;
  /** When the reading of the page's range began. */
  readonly startedMs: EpochMs;
  /** Where to go on after a restart; null = nothing is half read. */
  readonly checkpoint: Checkpoint | null;
  /** What the screens are to say although reading goes on. */
  readonly notice: SourceProblem | null;
  /** The source stays failed, by the notice: something else of it still cannot be read. Absent = it is read. */
  readonly stillFails?: boolean;
  readonly readAtMs: EpochMs;
}

/** What an event history answered to one question. */
export interface AnswerToStore {
  /** Made known where it is not yet. */
  readonly source: SourceDescriptor;
  readonly key: string;
  readonly records: readonly ReadRecord[];
  readonly askedMs: EpochMs;
  /** Until then it holds. */
  readonly untilMs: EpochMs;
}

/** An answer that still holds. */
export interface KnownAnswer {
  readonly askedMs: EpochMs;
  readonly untilMs: EpochMs;
  readonly found: number;
}

export interface SessionsWanted {
  readonly accountIds: readonly string[];
  readonly range: TimeRange;
  readonly limit: number;
}

export interface SessionToLookUp {
  /** The store's own key, of the session; of the attempt where the log prints none by which sessions could be told apart. */
  readonly owner: bigint;
  /** Its newest attempt of the range. */
  readonly attemptId: string;
}

export interface SourceStanding {
  readonly read: CoverageByAge;
  readonly checkpoint: Checkpoint | null;
  /** What people were told of a source that could be read. */
  readonly notice: SourceProblem | null;
}

/** What took place in a stretch of time, of all clusters and accounts. */
export interface CorrelationWindow {
  readonly lines: readonly LineRecord[];
  readonly uses: readonly UseRecord[];
  readonly events: readonly StsCandidate[];
}

/** What is kept of a session's credentials. */
export interface SessionToTrace {
  /** The store's own key. */
  readonly owner: bigint;
  /** No attempt of it is earlier. */
  readonly usedMs: EpochMs;
  /** null: STS vouched for nobody. */
  readonly start: SessionStart | null;
  /** How often it was found out of date: more often by then, and it stays so. */
  readonly marks: number;
}

export interface TracedSession extends SessionToTrace {
  /** null where there is no start. */
  readonly traced: Traced | null;
}

/** The events and what is derived from them: all of it can be rebuilt from the sources. */
export interface EventStore extends RequestStore {
  /** Makes the source known; gives where its reading stands. */
  openSource(
    descriptor: SourceDescriptor,
    asked: TimeRange,
    state: StoredCoverage["state"],
  ): Promise<SourceStanding>;
  /** One transaction: records not yet stored, coverage, checkpoint and the hours to derive anew. Gives how many were new. */
  appendPage(page: PageToStore): Promise<number>;
  /**
   * One transaction: those of the records that are not yet stored, the hours to derive anew, and that this was asked. It says nothing of what
   * was read of the source. Gives how many were new.
   */
  keepAnswer(answer: AnswerToStore): Promise<number>;
  /** Of these questions, the answers that hold at `nowMs`, by key. */
  answersTo(keys: readonly string[], nowMs: EpochMs): Promise<ReadonlyMap<string, KnownAnswer>>;
  /** By which way each source is read, as far as that was decided. */
  readingWays(): Promise<ReadonlyMap<string, ChosenWay>>;
  keepWay(sourceId: string, chosen: ChosenWay): Promise<void>;
  /** Sessions of an account that were used since then; nodes' and EKS's own actors' apart. */
  countSessions(accountId: string, sinceMs: EpochMs): Promise<number>;
  /** Those of the same that were not looked up yet, the last used first. */
  sessionsToLookUp(wanted: SessionsWanted): Promise<SessionToLookUp[]>;
  markLookedUp(owners: readonly bigint[]): Promise<void>;
  setSourceState(id: string, state: StoredCoverage["state"], problem: SourceProblem | null): Promise<void>;
  /** Hours (their first millisecond) whose attempts are out of date, newest first. */
  staleHours(): Promise<EpochMs[]>;
  /**
   * Derives the attempts and unclaimed tokens of one hour anew and marks it as up to date, in one transaction, so that no record that
   * arrives meanwhile is missed. `derive` gets all that took place in `needed`.
   */
  deriveHour(
    hour: TimeRange,
    needed: TimeRange,
    derive: (window: CorrelationWindow) => Derived,
  ): Promise<void>;
  clusterRegions(): Promise<ReadonlyMap<string, string>>;
  /**
   * Sessions whose origin is out of date, those used last first: new ones, and those of which an event came that their
   * chain had asked for. At most `limit`; none = every origin is what its chain tells.
   */
  staleSessions(limit: number): Promise<SessionToTrace[]>;
  /** One transaction: the origins of these sessions, in each of their attempts and counts. They are up to date then. */
  writeOrigins(traced: readonly TracedSession[]): Promise<void>;

  search(query: AttemptQuery): Promise<AttemptPage>;
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
  /** The events at these addresses; also of other times than asked for. */
  findHops(wants: readonly Want[]): Promise<Answers>;
  /** Raw records that hold a text, newest first. Rejects once the signal is aborted. */
  searchRaw(query: RawQuery, signal?: AbortSignal): Promise<RawPage>;
  /** Steps of whole hours or days of UTC are much quicker than others. */
  countByTime(filter: AttemptFilter, steps: TimeSteps): Promise<TimeCount[]>;
  countFacets(filter: AttemptFilter, limit: number): Promise<Facets>;
  /** Those of which something is known, in the order they were asked for. */
  findMeanings(meanings: readonly Meaning[]): Promise<FoundMeaning[]>;
  /** Names that hold the text, or else look like it, `limit` at most; without a text the most active, `limit` of each kind. */
  nearIdentities(text: string, limit: number): Promise<IdentityHit[]>;
  /** Of all time; null = no attempt is its. */
  readIdentity(identity: IdentityRef): Promise<IdentityFacts | null>;
  /** Of the range, by session and Region. */
  unclaimedTokens(range: TimeRange, limit: number): Promise<Omit<PresentedTokens, "clusters">>;
  coverage(): Promise<StoredCoverage[]>;
  storage(): Promise<StorageReport>;
  countAttempts(): Promise<number>;
  /** Attempts per cluster since then, those of nodes and AWS left out; clusters without any attempt are absent. */
  clusterActivity(sinceMs: EpochMs): Promise<ClusterActivity[]>;
  /** How the logs beat since then; clusters without a line are absent. */
  logPulses(sinceMs: EpochMs): Promise<LogPulse[]>;
  /**
   * Removes the raw records, lines and events of the days before an instant; what is derived from them stays, and is
   * not derived anew. Days that are not derived yet are left. Gives how many days went.
   */
  forgetRecords(beforeMs: EpochMs): Promise<number>;
  /** Stores the raw records of days before an instant more tightly. Gives how often there was something to do. */
  mergeRecords(beforeMs: EpochMs): Promise<number>;
  /** Raw records before this instant may be gone; null = none are. */
  recordsKeptFrom(): Promise<EpochMs | null>;
  checkpoint(): Promise<void>;
  close(): Promise<void>;
}

/** What reading and deriving need of a store. */
export type ReadingStore = Pick<
  EventStore,
  | "openSource"
  | "appendPage"
  | "setSourceState"
  | "staleHours"
  | "deriveHour"
  | "clusterRegions"
  | "staleSessions"
  | "writeOrigins"
  | "findHops"
>;

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

/** `disk-full`: nothing was stored; the same can be done again when there is room. */
export type StoreErrorCode = "locked" | "newer" | "damaged" | "unreachable" | "disk-full";

/** The store cannot be used; the message says what to do. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  constructor(code: StoreErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "StoreError";
    this.code = code;
  }
}

/** A question that cannot be answered as asked. */
export class InvalidQuery extends Error {
  readonly parameter: string;
  constructor(parameter: string, message: string) {
    super(message);
    this.name = "InvalidQuery";
    this.parameter = parameter;
  }
}
