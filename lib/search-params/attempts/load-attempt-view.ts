import { createLoader } from "nuqs/server";
import { type AttemptView, attemptParams, tidyView } from "./attempt-view";
import type { ParameterProblem } from "../parameters/check-parameters";
import { parseInstantText } from "../parameters/instant-text";
import { type ListColumn, parseColumns } from "./list-columns";
import { parseAttemptQuery } from "./parse-attempt-query";
import { upgradeParams } from "../parameters/url-versions";

const load = createLoader(attemptParams);

/** Beside the view: where in the list one is, what is open beside it, and what its rows tell. */
const SCREEN_PARAMETERS = ["at", "open", "columns"] as const;

export interface LoadedView {
  readonly view: AttemptView;
  /** The time of the row that the list is scrolled to; null = the newest. */
  readonly atMs: number | null;
  /** The attempt that is open beside the list; null = none is. */
  readonly openId: string | null;
  /** null = those that a list has by itself. */
  readonly columns: readonly ListColumn[] | null;
  readonly problems: readonly ParameterProblem[];
}

/**
 * Reads a page's query gently: what cannot be read falls back to its default and is named, so that a broken link
 * opens and says what was left out.
 */
export function loadAttemptView(searchParams: URLSearchParams, nowMs: number): LoadedView {
  const strict = parseAttemptQuery(searchParams, nowMs, SCREEN_PARAMETERS);
  const columns = parseColumns(searchParams.get("columns") ?? "");
  if (strict.ok)
    return { view: strict.view, atMs: strict.atMs, openId: strict.openId, columns, problems: [] };
  const { problems } = strict;
  const params = upgradeParams(searchParams) ?? new URLSearchParams();
  const soundly = (name: string) =>
    problems.some(({ parameter }) => parameter === name) ? null : params.get(name);
  const view = withSoundRange(tidyView(load(params)), problems);
  return { view, atMs: parseInstantText(soundly("at") ?? ""), openId: soundly("open"), columns, problems };
}

function withSoundRange(view: AttemptView, problems: readonly ParameterProblem[]): AttemptView {
  const broken = problems.some(({ parameter }) => parameter === "from" || parameter === "to");
  return broken ? { ...view, from: null, to: null } : view;
}
