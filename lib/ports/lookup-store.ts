import type { ChosenWay } from "@/lib/domain/correlate/lookups/reading-way";
import type { EpochMs, TimeRange } from "@/lib/domain/time/time-range";
import type { SourceDescriptor } from "./event-source";
import type { ReadRecord } from "./reading-store";

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

/** What is kept of questions to event histories, and by which way each is read. */
export interface LookupStore {
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
}
