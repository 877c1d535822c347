import * as z from "zod";
import { STARTS } from "@/lib/search-params/parameters/parameter-rules";
import type { Endpoint } from "./endpoint";
import { attemptChainSchema } from "./schemas/attempt-chain-schema";
import { attemptDetailSchema } from "./schemas/attempt-detail-schema";
import { attemptPageSchema } from "./schemas/attempt-schema";
import { facetsSchema, histogramSchema } from "./schemas/counts-schemas";
import { presentedTokensSchema } from "./schemas/presented-tokens-schema";
import { rawPageSchema } from "./schemas/raw-page-schema";

/** What the API answers about attempts: the list, one of them, counts, the stream of new ones, and raw lines. */
export const attemptEndpoints = {
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
  searchRaw: {
    path: "/api/v1/raw-lines",
    name: "RawPage",
    summary:
      "Raw records of at most 24 hours that hold the text `q`, newest first. Of the other filters only clusters can be given.",
    query: ["cursor", "limit"],
    view: ["range", "from", "to", "cluster", "q"],
    schema: rawPageSchema,
  },
} as const satisfies Record<string, Endpoint<unknown>>;
