import type { Attempt } from "@/lib/domain/correlate/attempt";
import type { FacetName } from "@/lib/domain/summarize/attempts/attempt-filter";
import { DAY_MS } from "@/lib/domain/time/durations";
import type { TimeRange } from "@/lib/domain/time/time-range";
import { type AttemptView, canonicalQuery, EMPTY_VIEW } from "@/lib/search-params/attempts/attempt-view";
import { includeValue } from "@/lib/search-params/attempts/narrow-view";

const AROUND_MS = 5 * 60_000;

/** Everything at all clusters from five minutes before to five after. */
export function aroundHref(timeMs: number): string {
  return `/attempts${canonicalQuery(viewAround(timeMs))}`;
}

/** The same of one principal alone, whatever else the list was narrowed to; null = STS vouched for nobody. */
export function principalAroundHref({ caller, timeMs }: Pick<Attempt, "caller" | "timeMs">): string | null {
  const arn = caller?.canonicalArn;
  if (!arn) return null;
  return `/attempts${canonicalQuery(includeValue(viewAround(timeMs), "principal", arn))}`;
}

function viewAround(timeMs: number): AttemptView {
  const from = floorSecond(timeMs - AROUND_MS);
  return { ...EMPTY_VIEW, from, to: floorSecond(timeMs + AROUND_MS), noise: "show" };
}

const WEEK_MS = 7 * DAY_MS;

/** The week up to the attempt's day. */
export function weekOf(timeMs: number): TimeRange {
  const to = Math.ceil((timeMs + 1) / DAY_MS) * DAY_MS;
  return { from: to - WEEK_MS, to };
}

/** Every attempt with this value in the week up to the attempt's day. */
export function valueHref(name: FacetName, value: string, timeMs: number): string {
  const view = { ...EMPTY_VIEW, ...weekOf(timeMs), noise: "show" as const, [name]: [value] };
  return `/attempts${canonicalQuery(view)}`;
}

function floorSecond(ms: number): number {
  return Math.floor(ms / 1000) * 1000;
}
