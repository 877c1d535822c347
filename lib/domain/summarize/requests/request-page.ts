import type { AttemptOrigin, TracedAttempt } from "../../correlate/chain/attempt-origin";
import type { KubeRequest } from "../../correlate/kube-request";
import type { RequestSession } from "../../correlate/request-sessions";
import type { EpochMs, TimeRange } from "../../time/time-range";
import type { LineEvidence } from "../attempts/attempt-detail";
import type { FacetCount } from "../attempts/attempt-counts";
import type { RequestFacet } from "./request-filter";

/** A request that is kept. */
export interface StoredRequest extends KubeRequest {
  /** A hash of what it says, so that links survive a rebuild of the store. */
  readonly id: string;
  readonly cluster: string;
  /** Its raw record. */
  readonly recordId: string;
  /** When that was written: at the end of the request. */
  readonly recordMs: EpochMs;
}

/** A request with who may have made it. */
export interface TracedRequest {
  readonly request: StoredRequest;
  /** Likeliest first; empty = no attempt of its session is stored. */
  readonly sessions: readonly RequestSession[];
  /** Who is behind it, as sure as the weaker of session and chain; null: not one session alone fits, or it is not traced yet. */
  readonly origin: AttemptOrigin | null;
}

/** Newest first. */
export interface RequestPage {
  readonly rows: readonly TracedRequest[];
  /** Hand it back for the next page; null = these were the last. */
  readonly next: string | null;
  /** How many match in all. */
  readonly total: number;
  /** The time that was searched, in absolute terms. */
  readonly range: TimeRange;
}

/** The most frequent values first; each name is counted without its own filter. */
export type RequestFacets = Readonly<
  Record<RequestFacet, { readonly values: readonly FacetCount[]; readonly distinct: number }>
>;

/** Everything known of one request. */
export interface RequestDetail extends TracedRequest {
  /** The attempts of its sessions, in their order. */
  readonly attempts: readonly TracedAttempt[];
  /** null = it is not kept any more. */
  readonly record: LineEvidence | null;
}

/** What of a session's requests is kept. */
export interface KeptUse {
  readonly requests: number;
  readonly firstMs: EpochMs;
  readonly lastMs: EpochMs;
  /** Most frequent first. */
  readonly clientIps: readonly string[];
  readonly userAgents: readonly string[];
}

/** What the caller of an attempt did with the token that was checked, as far as it is kept. */
export interface AttemptRequests {
  /** When the token may have been used: from its check on. */
  readonly range: TimeRange;
  /** Newest first; the first so many. */
  readonly requests: readonly StoredRequest[];
  /** null = nothing is kept. */
  readonly use: KeptUse | null;
  /** No record tells the session's key, and its name is a tool's: some of them may be another's. */
  readonly isShared: boolean;
  /** Why nothing, or not all, can be known; null = the audit log was read for that time. */
  readonly unread: string | null;
}
