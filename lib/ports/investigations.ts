import type { IdentityRef } from "@/lib/domain/identity/identity-ref";
import type { Meaning } from "@/lib/domain/parse/pasted/meaning";
import type { AskedRequests, RequestSpan } from "@/lib/domain/summarize/requests/asked-requests";
import type { AttemptChain } from "@/lib/domain/summarize/chain/attempt-chain";
import type { Facets, Histogram } from "@/lib/domain/summarize/attempts/attempt-counts";
import type { AttemptDetail } from "@/lib/domain/summarize/attempts/attempt-detail";
import type { AttemptFilter } from "@/lib/domain/summarize/attempts/attempt-filter";
import type { AttemptPage } from "@/lib/domain/summarize/attempts/attempt-page";
import type { ClusterList, ClusterReport } from "@/lib/domain/summarize/clusters/cluster-report";
import type { CoverageReport, Health } from "@/lib/domain/summarize/coverage/coverage-report";
import type { IdentityFinds, IdentityReport } from "@/lib/domain/summarize/identities/identity-report";
import type { Overview } from "@/lib/domain/summarize/overview/overview";
import type { PresentedTokens } from "@/lib/domain/summarize/attempts/presented-tokens";
import type { RawPage, RawQuery } from "@/lib/domain/summarize/raw-search";
import type { RequestFilter } from "@/lib/domain/summarize/requests/request-filter";
import type {
  AttemptRequests,
  RequestDetail,
  RequestFacets,
  RequestPage,
} from "@/lib/domain/summarize/requests/request-page";
import type { TimeRange } from "@/lib/domain/time/time-range";
import type { RequestQuery } from "./request-store";
import type { AttemptReach } from "@/lib/domain/summarize/configuration/attempt-reach";
import type { ConfigurationReport } from "@/lib/domain/summarize/configuration/configuration-report";
import type {
  BecomeReport,
  MappingBase,
  WhatIfReport,
} from "@/lib/domain/summarize/configuration/what-if-report";
import type { BecomeQuery, ReachQuery, WhatIfQuery } from "./configuration-questions";
import type { WhoDidThis } from "@/lib/domain/summarize/questions/who-did-this/who-did-this";
import type { WhoDidThisQuery } from "@/lib/domain/summarize/questions/who-did-this/who-did-this-query";
import type { WhoIsBehind } from "@/lib/domain/summarize/questions/who-is-behind/who-is-behind";
import type { WhoIsBehindQuery } from "@/lib/domain/summarize/questions/who-is-behind/who-is-behind-query";
import type { WhyNotIn } from "@/lib/domain/summarize/questions/why-not-in/why-not-in";
import type { WhyNotInQuery } from "@/lib/domain/summarize/questions/why-not-in/why-not-in-query";
import type { ClusterAdmin } from "@/lib/domain/summarize/questions/cluster-admin/cluster-admin";
import type { ClusterAdminQuery } from "@/lib/domain/summarize/questions/cluster-admin/cluster-admin-query";
import type { MappingUse } from "@/lib/domain/summarize/questions/mapping-use/mapping-use";
import type { MappingUseQuery } from "@/lib/domain/summarize/questions/mapping-use/mapping-use-query";
import type { CutOff } from "@/lib/domain/summarize/questions/cut-off/cut-off";
import type { CutOffQuery } from "@/lib/domain/summarize/questions/cut-off/cut-off-query";
import type { WhatChanged } from "@/lib/domain/summarize/questions/what-changed/what-changed";
import type { WhatChangedQuery } from "@/lib/domain/summarize/questions/what-changed/what-changed-query";
import type { Viewer } from "./viewer";

/** The questions Gatebook answers. Pages, API and command line all ask through this, in or out of process. Values are plain JSON. */
export interface Investigations {
  /** Ends with the signal, as the counts do; then it rejects. */
  searchAttempts(viewer: Viewer, query: AttemptQuery, signal?: AbortSignal): Promise<AttemptPage>;
  /** null = no such attempt. */
  explainAttempt(viewer: Viewer, query: { readonly id: string }): Promise<AttemptDetail | null>;
  /** How the caller came by his credentials; null = no such attempt. `lookUp` has what is missing looked up meanwhile. */
  traceChain(
    viewer: Viewer,
    query: { readonly id: string; readonly lookUp?: boolean },
  ): Promise<AttemptChain | null>;
  /** In the order of the ids, 500 at most, of attempts within the range; ids of none are left out. */
  traceChains(
    viewer: Viewer,
    query: { readonly ids: readonly string[]; readonly range: TimeRange },
  ): Promise<AttemptChain[]>;
  countByTime(
    viewer: Viewer,
    query: { readonly filter: AttemptFilter; readonly buckets: number },
    signal?: AbortSignal,
  ): Promise<Histogram>;
  countByFacet(
    viewer: Viewer,
    query: { readonly filter: AttemptFilter; readonly limit: number },
    signal?: AbortSignal,
  ): Promise<Facets>;
  /** `limit` 1 to 500 sessions. */
  reportPresentedTokens(
    viewer: Viewer,
    query: { readonly range: TimeRange; readonly limit: number },
  ): Promise<PresentedTokens>;
  /** One at a time: throws TooBusy where too many wait already. Ends with the signal; then it rejects. */
  searchRaw(viewer: Viewer, query: RawQuery, signal?: AbortSignal): Promise<RawPage>;
  /** Requests to the Kubernetes API that are kept, newest first. Throws InvalidQuery. */
  searchRequests(viewer: Viewer, query: RequestQuery): Promise<RequestPage>;
  countRequests(
    viewer: Viewer,
    query: { readonly filter: RequestFilter; readonly limit: number },
  ): Promise<RequestFacets>;
  /** null = no such request is kept. */
  explainRequest(viewer: Viewer, query: { readonly id: string }): Promise<RequestDetail | null>;
  /** What an attempt's caller did while the token was good; null = no such attempt. */
  requestsOfAttempt(viewer: Viewer, query: { readonly id: string }): Promise<AttemptRequests | null>;
  /**
   * All that an attempt's caller did around it, read from the audit log on demand: how that stands; does not wait. null = no
   * such attempt. Throws InvalidQuery.
   */
  askRequests(viewer: Viewer, query: AskedQuery): Promise<AskedRequests | null>;
  /** Which of these meanings are known, and names near a text. Throws InvalidQuery. */
  findIdentities(viewer: Viewer, query: IdentityQuery): Promise<IdentityFinds>;
  /** Of everything that is stored; null = no attempt is its. */
  reportIdentity(viewer: Viewer, query: IdentityRef): Promise<IdentityReport | null>;
  reportCoverage(viewer: Viewer, query: Record<string, never>): Promise<CoverageReport>;
  reportClusters(viewer: Viewer, query: Record<string, never>): Promise<ClusterList>;
  /** null = no such cluster. */
  reportCluster(viewer: Viewer, query: { readonly name: string }): Promise<ClusterReport | null>;
  /** Who may come in just now, where that is read, and every change that is known; null = no such cluster. */
  reportConfiguration(
    viewer: Viewer,
    query: { readonly cluster: string },
  ): Promise<ConfigurationReport | null>;
  /** What would become of somebody at a cluster; null = no such cluster. */
  whatIf(viewer: Viewer, query: WhatIfQuery): Promise<WhatIfReport | null>;
  /** Who could come in as a username or with a group; null = no such cluster. */
  whoCanBecome(viewer: Viewer, query: BecomeQuery): Promise<BecomeReport | null>;
  /** What it takes to see whose access an edit would change; null = no such cluster. */
  readMappings(viewer: Viewer, query: { readonly cluster: string }): Promise<MappingBase | null>;
  /** What an attempt's identity may do, and what it was seen to be allowed; null = no such attempt. */
  reachOfAttempt(viewer: Viewer, query: ReachQuery): Promise<AttemptReach | null>;
  /** The people and workloads behind a name; null = no such cluster. */
  whoIsBehind(viewer: Viewer, query: WhoIsBehindQuery): Promise<WhoIsBehind | null>;
  /** Who did something in a cluster, as far as requests are kept; null = no such cluster. */
  whoDidThis(viewer: Viewer, query: WhoDidThisQuery): Promise<WhoDidThis | null>;
  /** Why somebody cannot get in to a cluster, stage by stage; null = no such cluster. */
  whyNotIn(viewer: Viewer, query: WhyNotInQuery): Promise<WhyNotIn | null>;
  /** Whether somebody is still in, until when, and what cuts them off. Nothing is done. */
  cutOff(viewer: Viewer, query: CutOffQuery): Promise<CutOff>;
  /** What changed at a cluster before denials began; null = no such cluster. */
  whatChanged(viewer: Viewer, query: WhatChangedQuery): Promise<WhatChanged | null>;
  /** Who came in to a cluster with all rights, and who could have; null = no such cluster. */
  clusterAdmin(viewer: Viewer, query: ClusterAdminQuery): Promise<ClusterAdmin | null>;
  /** Whether anybody still comes by the mappings of a cluster; null = no such cluster. */
  mappingUse(viewer: Viewer, query: MappingUseQuery): Promise<MappingUse | null>;
  /** All clusters over the last so many ms: what is wrong, why many are denied, what is new. */
  reportOverview(viewer: Viewer, query: { readonly lastMs: number }): Promise<Overview>;
  reportHealth(viewer: Viewer, query: Record<string, never>): Promise<Health>;
}

/**
 * A page of the matches, newest first. It starts at one of three places, or at the newest match where none is given:
 * after a cursor (the next page), at a position (a scroll bar's), or at a time (a click on the histogram). Each page
 * says its position and the total, so position → time is `rows[0].timeMs` of `{position, limit: 1}` and time → position
 * is `position` of `{atMs, limit: 1}`. Positions count from the newest match: while attempts arrive, ask with a fixed
 * end of the range, or they shift.
 */
export interface AttemptQuery {
  readonly filter: AttemptFilter;
  readonly cursor: string | null;
  /** How many newer matches to leave out; beyond the total the page is empty. Not together with a cursor. */
  readonly position?: number | null;
  /** Starts with the newest match that is not later, in ms since the epoch. Not together with the others. */
  readonly atMs?: number | null;
  /** 1 to 500. */
  readonly limit: number;
}

/** All requests around an attempt. */
export interface AskedQuery {
  readonly id: string;
  readonly span: RequestSpan;
  /** What is to be done with the reading; null = nothing, how it stands is told. */
  readonly read: "begin" | "stop" | null;
  /** What a former page gave; null = the newest. */
  readonly cursor: string | null;
  /** 1 to 500. */
  readonly limit: number;
}

/** What a pasted text may mean, and the text that names near it are to be found by: "" = the most active. */
export interface IdentityQuery {
  readonly meanings: readonly Meaning[];
  readonly text: string;
  /** How many near names, 1 to 50; without a text, of each kind. */
  readonly limit: number;
}
