import { createLoader } from "nuqs/server";
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
  searchParams: URLSearchParams,
  nowMs: number,
): { view: AttemptView; problems: readonly ParameterProblem[] } {
  const strict = parseAttemptQuery(searchParams, nowMs, []);
  if (strict.ok) return { view: strict.view, problems: [] };
  const view = load(upgradeParams(searchParams) ?? new URLSearchParams());
  return { view: withSoundRange(view, strict.problems), problems: strict.problems };
}

function withSoundRange(view: AttemptView, problems: readonly ParameterProblem[]): AttemptView {
  const broken = problems.some(({ parameter }) => parameter === "from" || parameter === "to");
  return broken ? { ...view, from: null, to: null } : view;
}
