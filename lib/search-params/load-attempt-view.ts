import { createLoader } from "nuqs/server";
import { type AttemptView, attemptParams, tidyView } from "./attempt-view";
import type { ParameterProblem } from "./check-parameters";
import { parseAttemptQuery } from "./parse-attempt-query";
import { upgradeParams } from "./url-versions";

const load = createLoader(attemptParams);

export interface LoadedView {
  readonly view: AttemptView;
  /** The time of the row that the list is scrolled to; null = the newest. */
  readonly atMs: number | null;
  /** The attempt that is open beside the list; null = none is. */
  readonly openId: string | null;
  readonly problems: readonly ParameterProblem[];
}

/**
 * Reads a page's query gently: what cannot be read falls back to its default and is named, so that a broken link
 * opens and says what was left out.
 */
export function loadAttemptView(searchParams: URLSearchParams, nowMs: number): LoadedView {
  const strict = parseAttemptQuery(searchParams, nowMs, ["at", "open"]);
  if (strict.ok) return { view: strict.view, atMs: strict.atMs, openId: strict.openId, problems: [] };
  const view = tidyView(load(upgradeParams(searchParams) ?? new URLSearchParams()));
  return { view: withSoundRange(view, strict.problems), atMs: null, openId: null, problems: strict.problems };
}

function withSoundRange(view: AttemptView, problems: readonly ParameterProblem[]): AttemptView {
  const broken = problems.some(({ parameter }) => parameter === "from" || parameter === "to");
  return broken ? { ...view, from: null, to: null } : view;
}
