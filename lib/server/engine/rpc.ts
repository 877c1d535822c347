import type { Investigations } from "@/lib/ports/investigations";
import type { NotAllowed } from "@/lib/ports/not-allowed";

/** The questions that can be asked of the engine from outside its process. */
export const QUESTIONS = [
  "searchAttempts",
  "explainAttempt",
  "traceChain",
  "traceChains",
  "countByTime",
  "countByFacet",
  "reportPresentedTokens",
  "findIdentities",
  "reportIdentity",
  "searchRequests",
  "countRequests",
  "explainRequest",
  "requestsOfAttempt",
  "askRequests",
  "searchRaw",
  "reportCoverage",
  "reportClusters",
  "reportCluster",
  "reportConfiguration",
  "whatIf",
  "whoCanBecome",
  "readMappings",
  "reachOfAttempt",
  "whoIsBehind",
  "whoDidThis",
  "whyNotIn",
  "cutOff",
  "whatChanged",
  "clusterAdmin",
  "mappingUse",
  "reportOverview",
  "reportHealth",
] as const satisfies readonly (keyof Investigations)[];
export type Question = (typeof QUESTIONS)[number];

export type RpcAnswer =
  | { readonly value: unknown }
  | {
      readonly error: {
        readonly code: "invalid-query" | "too-busy" | "not-allowed" | "failed";
        readonly parameter?: string;
        readonly retryAfterS?: number;
        readonly needs?: NotAllowed["needs"];
        readonly message: string;
      };
    };

export function isQuestion(name: string): name is Question {
  return (QUESTIONS as readonly string[]).includes(name);
}
