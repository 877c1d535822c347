import type { TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import type { SessionMark } from "@/lib/domain/correlate/request-sessions";
import type { RequestFilter } from "@/lib/domain/summarize/requests/request-filter";
import type { WorkAsked, WorkRow } from "@/lib/domain/summarize/questions/entrances/kept-work";
import type { KeptUse, RequestFacets, StoredRequest } from "@/lib/domain/summarize/requests/request-page";
import type { TimeRange } from "@/lib/domain/time/time-range";

export interface RequestQuery {
  readonly filter: RequestFilter;
  /** What a former page gave; null = the newest. */
  readonly cursor: string | null;
  /** 1 to 500. */
  readonly limit: number;
}

export interface StoredRequests {
  readonly rows: readonly StoredRequest[];
  readonly next: string | null;
  readonly total: number;
}

/** Whose requests, and of which time. */
export interface SessionRequests {
  readonly cluster: string;
  readonly mark: Omit<SessionMark, "timeMs">;
  readonly range: TimeRange;
}

/** The requests to the Kubernetes API that are kept. */
export interface RequestStore {
  /** Newest first. Throws InvalidQuery for a cursor that cannot be. */
  searchRequests(query: RequestQuery): Promise<StoredRequests>;
  countRequestFacets(filter: RequestFilter, limit: number): Promise<RequestFacets>;
  findRequest(id: string): Promise<StoredRequest | null>;
  /** Those that bear this audit id, which clients may choose: a few of them, newest first. */
  requestsOfAudit(auditId: string): Promise<StoredRequest[]>;
  /** Those that one session may have made, newest first. */
  requestsOf(
    session: SessionRequests,
    limit: number,
  ): Promise<{ rows: readonly StoredRequest[]; use: KeptUse | null }>;
  /** What identities did at a cluster, by verb and resource, the most frequent first. */
  workOf(query: WorkAsked): Promise<WorkRow[]>;
  /** Granted attempts, of any cluster, that may have let these requests in. */
  attemptsBefore(requests: readonly StoredRequest[]): Promise<TracedAttempt[]>;
}
