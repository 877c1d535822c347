import * as z from "zod";
import { IDENTITY_KINDS } from "@/lib/domain/identity/identity-ref";
import { REQUEST_PARAMETERS, STARTS } from "@/lib/search-params/parameter-rules";
import { OF_REQUESTS } from "@/lib/search-params/to-request-filter";
import { configurationEndpoints } from "./configuration-endpoints";
import type { Endpoint } from "./endpoint";
import { attemptChainSchema } from "./schemas/attempt-chain-schema";
import { attemptDetailSchema } from "./schemas/attempt-detail-schema";
import { attemptPageSchema } from "./schemas/attempt-schema";
import { clusterListSchema, clusterReportSchema } from "./schemas/cluster-schemas";
import { facetsSchema, histogramSchema } from "./schemas/counts-schemas";
import { coverageReportSchema, healthSchema } from "./schemas/coverage-schemas";
import { identityFindsSchema, identityReportSchema } from "./schemas/identity-schemas";
import { questionEndpoints } from "./question-endpoints";
import { overviewSchema } from "./schemas/overview-schema";
import { viewEndpoints } from "./view-endpoints";
import { presentedTokensSchema } from "./schemas/presented-tokens-schema";
import { rawPageSchema } from "./schemas/raw-page-schema";
import {
  askedRequestsSchema,
  attemptRequestsSchema,
  requestDetailSchema,
  requestFacetsSchema,
  requestPageSchema,
} from "./schemas/request-schemas";

/** Everything the API answers, but for its own document. */
export const endpoints = {
  searchAttempts: {
    path: "/api/v1/attempts",
    name: "AttemptPage",
    summary: "Attempts that match, newest first, page by page.",
    query: [...STARTS, "limit"],
    schema: attemptPageSchema,
  },
  live: {
    path: "/api/v1/live",
    name: "LiveEvents",
    summary:
      "A stream of server-sent events: `stored` names clusters of which attempts were stored, `hello` says that it is there, `away` that the engine does not answer. `Last-Event-ID` is understood.",
    query: ["after"],
    view: ["cluster"],
    media: ["text/event-stream"],
    schema: z.string(),
  },
  exportAttempts: {
    path: "/api/v1/attempts/export",
    name: "AttemptExport",
    summary:
      "All attempts that match, newest first, as one file: at most a million. `gatebook-total` says how many; a file that ends early is broken off, never closed.",
    query: ["format", "bom"],
    media: ["text/csv", "application/x-ndjson"],
    schema: z.string(),
  },
  explainAttempt: {
    path: "/api/v1/attempts/[id]",
    name: "AttemptDetail",
    summary: "Everything known of one attempt, with the records that prove it.",
    query: null,
    inPath: { id: "The attempt's id." },
    schema: attemptDetailSchema,
  },
  traceChain: {
    path: "/api/v1/attempts/[id]/chain",
    name: "AttemptChain",
    summary: "How the caller of one attempt came by his credentials, hop by hop, with how sure each is.",
    query: ["lookUp"],
    view: [],
    inPath: { id: "The attempt's id." },
    schema: attemptChainSchema,
  },
  requestsOfAttempt: {
    path: "/api/v1/attempts/[id]/requests",
    name: "AttemptRequests",
    summary:
      "What the caller of one attempt did in the cluster while the token was good, as far as it is kept.",
    query: null,
    inPath: { id: "The attempt's id." },
    schema: attemptRequestsSchema,
  },
  askRequests: {
    path: "/api/v1/attempts/[id]/all-requests",
    name: "AskedRequests",
    summary:
      "All that the caller of one attempt did around it, allowed reads too, read from the audit log when that is asked for. Not stored; page by page, newest first.",
    query: ["span", "read", "cursor", "limit"],
    view: [],
    inPath: { id: "The attempt's id." },
    schema: askedRequestsSchema,
  },
  searchRequests: {
    path: "/api/v1/requests",
    name: "RequestPage",
    summary:
      "Requests to the Kubernetes API by callers who came in through IAM: writes, denials and exec, attach and port-forward. Newest first, page by page.",
    query: [...REQUEST_PARAMETERS, "cursor", "limit"],
    view: OF_REQUESTS,
    schema: requestPageSchema,
  },
  countRequests: {
    path: "/api/v1/requests/facets",
    name: "RequestFacets",
    summary: "How often each value occurs among the requests that match.",
    query: [...REQUEST_PARAMETERS, "limit"],
    view: OF_REQUESTS,
    schema: requestFacetsSchema,
  },
  explainRequest: {
    path: "/api/v1/requests/[id]",
    name: "RequestDetail",
    summary: "One request, its record, and the attempts that may have let it in.",
    query: null,
    inPath: { id: "The request's id." },
    schema: requestDetailSchema,
  },
  countByTime: {
    path: "/api/v1/histogram",
    name: "Histogram",
    summary: "Granted and denied over time, and what was not read.",
    query: ["buckets"],
    schema: histogramSchema,
  },
  countByFacet: {
    path: "/api/v1/facets",
    name: "Facets",
    summary: "How often each value occurs among the matches.",
    query: ["limit"],
    schema: facetsSchema,
  },
  reportPresentedTokens: {
    path: "/api/v1/presented-tokens",
    name: "PresentedTokens",
    summary:
      "Whose tokens were presented, by CloudTrail alone: it knows no cluster, only the time can be given.",
    query: ["limit"],
    view: ["range", "from", "to"],
    schema: presentedTokensSchema,
  },
  findIdentities: {
    path: "/api/v1/identities",
    name: "IdentityFinds",
    summary:
      "What a name or id is known as, and names that hold the text `q` or look like it; without one the most active.",
    query: ["find", "limit"],
    view: ["q"],
    schema: identityFindsSchema,
  },
  reportIdentity: {
    path: "/api/v1/identities/[...id]",
    name: "IdentityReport",
    summary:
      "All that one person, role, session, access key, Kubernetes username or group did, in everything that is stored.",
    query: null,
    inPath: {
      id: `\`kind:value\`, percent-encoded but for slashes, which may be written ~2f. Kinds: ${IDENTITY_KINDS.join(", ")}.`,
    },
    schema: identityReportSchema,
  },
  searchRaw: {
    path: "/api/v1/raw-lines",
    name: "RawPage",
    summary:
      "Raw records of at most 24 hours that hold the text `q`, newest first. Of the other filters only clusters can be given.",
    query: ["cursor", "limit"],
    view: ["range", "from", "to", "cluster", "q"],
    schema: rawPageSchema,
  },
  reportCoverage: {
    path: "/api/v1/coverage",
    name: "CoverageReport",
    summary: "What was read, what could not be, and why.",
    query: null,
    schema: coverageReportSchema,
  },
  reportClusters: {
    path: "/api/v1/clusters",
    name: "ClusterList",
    summary: "The clusters, with how it stands with their logs.",
    query: null,
    schema: clusterListSchema,
  },
  reportCluster: {
    path: "/api/v1/clusters/[name]",
    name: "ClusterReport",
    summary: "One cluster: its sources, what is missing of them, and what they cannot tell.",
    query: null,
    inPath: { name: "The name it is shown by." },
    schema: clusterReportSchema,
  },
  ...configurationEndpoints,
  ...questionEndpoints,
  reportOverview: {
    path: "/api/v1/overview",
    name: "Overview",
    summary:
      "All clusters over the last hours or days: their health, attempts over time, why many were denied, and what is new. Of the time only a range of 90 days at most can be given; it begins at a whole hour.",
    query: [],
    view: ["range"],
    schema: overviewSchema,
  },
  ...viewEndpoints,
  reportHealth: {
    path: "/api/v1/health",
    name: "Health",
    summary: "Whether all sources can be read.",
    query: null,
    schema: healthSchema,
  },
} as const satisfies Record<string, Endpoint<unknown>>;
