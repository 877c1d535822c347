import type { Investigations } from "@/lib/ports/investigations";
import { currentViewer } from "./access/current-viewer";
import { type ParsedAttemptQuery, parseAttemptQuery } from "@/lib/search-params/attempts/parse-attempt-query";
import type { Endpoint } from "./api/endpoint";
import { getInvestigations } from "./get-investigations";
import { BadParameters, respondJson } from "./http-errors";

type Parsed = Extract<ParsedAttemptQuery, { ok: true }>;

/** Reads the request's query as the endpoint describes it and answers it; a bad parameter is named (400). */
export async function answerAttemptQuery<T>(
  request: Request,
  endpoint: Endpoint<T>,
  ask: (investigations: Investigations, query: Parsed, params: URLSearchParams) => Promise<T>,
): Promise<Response> {
  return respondJson(endpoint, async () => {
    const investigations = getInvestigations();
    const { query, params } = await readAttemptQuery(request, endpoint);
    return ask(investigations, query, params);
  });
}

/** Reads the request's query as the endpoint describes it. Throws BadParameters. */
export async function readAttemptQuery(
  request: Request,
  endpoint: Endpoint<unknown>,
): Promise<{ readonly query: Parsed; readonly params: URLSearchParams }> {
  const { nowMs } = await getInvestigations().reportCoverage(currentViewer(), {});
  const params = new URL(request.url).searchParams;
  const query = parseAttemptQuery(params, nowMs, endpoint.query ?? [], endpoint.view);
  if (query.ok) return { query, params };
  throw new BadParameters(query.problems);
}
