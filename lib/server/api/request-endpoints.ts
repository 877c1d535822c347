import { REQUEST_PARAMETERS } from "@/lib/search-params/parameters/parameter-rules";
import { OF_REQUESTS } from "@/lib/search-params/requests/to-request-filter";
import type { Endpoint } from "./endpoint";
import {
  askedRequestsSchema,
  attemptRequestsSchema,
  requestDetailSchema,
  requestFacetsSchema,
  requestPageSchema,
} from "./schemas/request-schemas";

/** What the API answers about requests to the Kubernetes API. */
export const requestEndpoints = {
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
} as const satisfies Record<string, Endpoint<unknown>>;
