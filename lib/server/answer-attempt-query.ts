import type { Investigations } from "@/lib/ports/investigations";
import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import {
  type ExtraParameter,
  type ParsedAttemptQuery,
  parseAttemptQuery,
} from "@/lib/search-params/parse-attempt-query";
import { getInvestigations } from "./get-investigations";
import { BadParameters, respondJson } from "./http-errors";

type Parsed = Extract<ParsedAttemptQuery, { ok: true }>;

/** Reads the request's query strictly and answers it; a bad parameter is named (400). */
export async function answerAttemptQuery(
  request: Request,
  extras: readonly ExtraParameter[],
  ask: (investigations: Investigations, query: Parsed) => Promise<unknown>,
): Promise<Response> {
  return respondJson(async () => {
    const investigations = getInvestigations();
    const { nowMs } = await investigations.reportCoverage(LOCAL_VIEWER, {});
    const query = parseAttemptQuery(new URL(request.url).searchParams, nowMs, extras);
    if (query.ok) return ask(investigations, query);
    throw new BadParameters(query.problems);
  });
}
