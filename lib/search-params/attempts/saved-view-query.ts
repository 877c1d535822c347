import { type AttemptView, canonicalQuery } from "./attempt-view";
import type { ParameterProblem } from "../parameters/check-parameters";
import { parseAttemptQuery } from "./parse-attempt-query";
import { URL_VERSION } from "../parameters/url-versions";

/** What is kept of a view: its query with the version, so that it opens in later ones. A time like "24h" stays one. */
export function savedViewQuery(view: AttemptView): string {
  const params = new URLSearchParams(canonicalQuery(view));
  params.set("v", String(URL_VERSION));
  return params.toString();
}

/** The same of a query that somebody sent, read strictly: in today's version whatever its own, or what is wrong with it. */
export function parseSavedViewQuery(
  text: string,
  nowMs: number,
): { readonly query: string } | { readonly problems: readonly ParameterProblem[] } {
  const parsed = parseAttemptQuery(new URLSearchParams(text), nowMs, []);
  return parsed.ok ? { query: savedViewQuery(parsed.view) } : { problems: parsed.problems };
}
