import type { PlacedMark } from "./configuration-store";
import type { Want } from "@/lib/domain/correlate/chain/addresses";
import type { Answers } from "@/lib/domain/correlate/chain/candidates";
import type { SessionStart } from "@/lib/domain/correlate/chain/session-start";
import type { Traced } from "@/lib/domain/correlate/chain/trace-chains";
import type { Derived } from "@/lib/domain/correlate/correlate";
import type { IdentityUse, UseRecord } from "@/lib/domain/correlate/identity-use";
import type { KubeRequest } from "@/lib/domain/correlate/kube-request";
import type { LineRecord } from "@/lib/domain/correlate/line-record";
import type { StsCandidate } from "@/lib/domain/correlate/sts-candidate";
import type { AuthenticatorRecord } from "@/lib/domain/parse/authenticator-record";
import type { CloudTrailRecord } from "@/lib/domain/parse/cloudtrail-record";
import type { SourceProblem, StoredCoverage } from "@/lib/domain/summarize/coverage/coverage-report";
import type { CoverageByAge } from "@/lib/domain/time/coverage-by-age";
import type { EpochMs, TimeRange } from "@/lib/domain/time/time-range";
import type { SourceDescriptor, SourceRecord } from "./event-source";

/** A record as it came, with its reading. `parsed` null = it could not be read; its text is kept. */
export type ReadRecord = RecordReading & {
  /** What it tells of a cluster's configuration; absent = nothing. */
  readonly marks?: readonly PlacedMark[];
};

type RecordReading =
  | { readonly source: SourceRecord; readonly kind: "line"; readonly parsed: AuthenticatorRecord }
  | { readonly source: SourceRecord; readonly kind: "audit"; readonly parsed: AuditFacts | null }
  | { readonly source: SourceRecord; readonly kind: "event"; readonly parsed: CloudTrailRecord | null };

/** What is taken from an audit event; at least one of the two, or it tells of the configuration. */
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

/** What reading and deriving need of a store. */
export interface ReadingStore {
  /** Makes the source known; gives where its reading stands. */
  openSource(
    descriptor: SourceDescriptor,
    asked: TimeRange,
    state: StoredCoverage["state"],
  ): Promise<SourceStanding>;
  /** One transaction: records not yet stored, coverage, checkpoint and the hours to derive anew. Gives how many were new. */
  appendPage(page: PageToStore): Promise<number>;
  setSourceState(id: string, state: StoredCoverage["state"], problem: SourceProblem | null): Promise<void>;
  /** Hours (their first millisecond) whose attempts are out of date, newest first. */
  staleHours(): Promise<EpochMs[]>;
  /** The same hours, newest first, those that adjoin as one stretch while few records fall into it. */
  staleStretches(): Promise<TimeRange[]>;
  /**
   * Derives the attempts and unclaimed tokens of whole hours anew and marks them as up to date, in one transaction, so that no
   * record that arrives meanwhile is missed. `derive` gets all that took place in `needed`.
   */
  deriveStretch(
    stretch: TimeRange,
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
  /** The events at these addresses; also of other times than asked for. */
  findHops(wants: readonly Want[]): Promise<Answers>;
}
