import { createLoader, type SearchParams } from "nuqs/server";
import { type AttemptView, attemptParams } from "./attempt-view";
import type { ParameterProblem } from "./check-parameters";
import { parseAttemptQuery } from "./parse-attempt-query";
import { upgradeParams } from "./url-versions";

const load = createLoader(attemptParams);

/**
 * Reads a page's query gently: what cannot be read falls back to its default and is named, so that a broken link
 * opens and says what was left out.
 */
export function loadAttemptView(
  searchParams: SearchParams,
  nowMs: number,
): { view: AttemptView; problems: readonly ParameterProblem[] } {
  const given = toUrlSearchParams(searchParams);
  const strict = parseAttemptQuery(given, nowMs, []);
  if (strict.ok) return { view: strict.view, problems: [] };
  const view = load(upgradeParams(given) ?? new URLSearchParams());
  return { view: withSoundRange(view, strict.problems), problems: strict.problems };
}

function withSoundRange(view: AttemptView, problems: readonly ParameterProblem[]): AttemptView {
  const broken = problems.some(({ parameter }) => parameter === "from" || parameter === "to");
  return broken ? { ...view, from: null, to: null } : view;
}

function toUrlSearchParams(searchParams: SearchParams): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(searchParams)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined) params.append(name, one);
    }
  }
  return params;
}
