import { parseRowCursor } from "@/lib/domain/summarize/row-cursor";
import type { RequestFilter } from "@/lib/domain/summarize/requests/request-filter";
import type { ParameterProblem } from "../parameters/check-parameters";
import { REQUEST_PARAMETERS } from "../parameters/parameter-rules";
import { parseAttemptQuery } from "../attempts/parse-attempt-query";
import { OF_REQUESTS, toRequestFilter } from "./to-request-filter";

/** What the page of requests is asked for. */
export interface RequestPageQuery {
  readonly filter: RequestFilter;
  readonly cursor: string | null;
  /** What was given, without what is empty or was left out. */
  readonly params: URLSearchParams;
  readonly problems: readonly ParameterProblem[];
}

/**
 * Reads the page's query gently: a form sends its empty fields, which ask for nothing; what cannot be read is left out and
 * named. Total.
 */
export function loadRequestQuery(given: URLSearchParams, nowMs: number): RequestPageQuery {
  const params = new URLSearchParams([...given].filter(([, value]) => value.trim() !== ""));
  const cursor = params.get("cursor");
  if (cursor !== null && parseRowCursor(cursor) === null) params.delete("cursor");
  const parsed = parseAttemptQuery(params, nowMs, [...REQUEST_PARAMETERS, "cursor"], OF_REQUESTS);
  if (parsed.ok) {
    const filter = toRequestFilter(params, parsed.filter);
    return { filter, cursor: parsed.cursor, params, problems: [] };
  }
  const sound = new URLSearchParams(params);
  for (const { parameter } of parsed.problems) sound.delete(parameter);
  const left = sound.size < params.size ? loadRequestQuery(sound, nowMs) : loadRequestQuery(NOTHING, nowMs);
  return { ...left, problems: [...parsed.problems, ...left.problems] };
}

const NOTHING = new URLSearchParams();
