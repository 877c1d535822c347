import { REQUEST_OUTCOMES } from "@/lib/domain/correlate/kube-request";
import type { AttemptFilter } from "@/lib/domain/summarize/attempts/attempt-filter";
import type { RequestFilter } from "@/lib/domain/summarize/requests/request-filter";
import type { ViewParameter } from "../parameters/parameter-rules";

/** The parameters of the attempts screen that have a meaning for requests. */
export const OF_REQUESTS = [
  "range",
  "from",
  "to",
  "cluster",
  "username",
  "q",
] as const satisfies readonly ViewParameter[];

/** The requests that checked parameters ask for; `filter` is what the attempts screen would make of them. */
export function toRequestFilter(params: URLSearchParams, filter: AttemptFilter): RequestFilter {
  const { range, cluster, username, text } = filter;
  const asked = params.getAll("outcome");
  return {
    ...{ range, cluster, username, text },
    outcome: REQUEST_OUTCOMES.filter((outcome) => asked.includes(outcome)),
    verb: params.getAll("verb"),
    resource: params.getAll("resource"),
    namespace: params.getAll("namespace"),
    name: params.getAll("name"),
  };
}
