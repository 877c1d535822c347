import { createLoader } from "nuqs/server";
import { type Meaning, parseMeaning } from "@/lib/domain/parse/pasted/meaning";
import type { AttemptFilter } from "@/lib/domain/summarize/attempts/attempt-filter";
import { type AttemptView, attemptParams, tidyView } from "./attempt-view";
import { checkParameters, type ParameterProblem } from "../parameters/check-parameters";
import { parseInstantText } from "../parameters/instant-text";
import { type ExtraParameter, STARTS, type ViewParameter } from "../parameters/parameter-rules";
import { toAttemptFilter } from "./to-attempt-filter";
import { upgradeParams } from "../parameters/url-versions";

export type ParsedAttemptQuery =
  | {
      readonly ok: true;
      readonly view: AttemptView;
      readonly filter: AttemptFilter;
      /** null: not given; the route has its own default. */
      readonly cursor: string | null;
      readonly position: number | null;
      readonly atMs: number | null;
      readonly openId: string | null;
      readonly limit: number | null;
      readonly buckets: number | null;
      readonly find: readonly Meaning[];
    }
  | { readonly ok: false; readonly problems: readonly ParameterProblem[] };

const ALL_EXTRAS: readonly ExtraParameter[] = [...STARTS, "limit", "buckets", "find"];
export const VIEW_PARAMETERS = Object.keys(attemptParams) as readonly ViewParameter[];
const loadView = createLoader(attemptParams);

/**
 * Reads a query strictly: anything unknown, malformed or out of bounds is a problem that names its parameter.
 * A relative range becomes absolute by `nowMs`. `extras` and `known`: which parameters may be given.
 */
export function parseAttemptQuery(
  searchParams: URLSearchParams,
  nowMs: number,
  extras: readonly ExtraParameter[] = ALL_EXTRAS,
  known: readonly ViewParameter[] = VIEW_PARAMETERS,
): ParsedAttemptQuery {
  const params = upgradeParams(searchParams);
  if (params === null) return { ok: false, problems: [UNKNOWN_VERSION] };
  const problems = [...checkParameters(params, [...known, ...extras]), ...checkStarts(params)];
  if (problems.length > 0) return { ok: false, problems };
  const view = tidyView(loadView(params));
  const rangeProblem = checkRange(params, view, nowMs);
  if (rangeProblem !== null) return { ok: false, problems: [rangeProblem] };
  const filter = toAttemptFilter(view, nowMs);
  return { ok: true, view, filter, ...readExtras(params) };
}

const UNKNOWN_VERSION: ParameterProblem = {
  parameter: "v",
  message: 'Parameter "v" names a version of links that this Gatebook does not know.',
};

function checkRange(params: URLSearchParams, view: AttemptView, nowMs: number): ParameterProblem | null {
  if (view.from !== null && params.has("range")) {
    return { parameter: "range", message: 'Give either "range" or "from", not both.' };
  }
  const { from, to } = toAttemptFilter(view, nowMs).range;
  if (from < to) return null;
  return view.to === null
    ? { parameter: "from", message: 'Parameter "from" lies in the future.' }
    : { parameter: "from", message: 'Parameter "from" must be before "to".' };
}

function checkStarts(params: URLSearchParams): ParameterProblem[] {
  const [, second] = STARTS.filter((name) => params.has(name));
  if (second === undefined) return [];
  return [{ parameter: second, message: 'Give one of "cursor", "position" and "at".' }];
}

function readExtras(params: URLSearchParams) {
  const read = (name: string) => (params.has(name) ? Number(params.get(name)) : null);
  const at = params.get("at");
  return {
    cursor: params.get("cursor"),
    position: read("position"),
    atMs: at === null ? null : parseInstantText(at),
    openId: params.get("open"),
    limit: read("limit"),
    buckets: read("buckets"),
    find: params.getAll("find").flatMap((text) => parseMeaning(text) ?? []),
  };
}
