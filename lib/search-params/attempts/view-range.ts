import type { TimeRange } from "@/lib/domain/time/time-range";
import type { AttemptView } from "./attempt-view";
import { DEFAULT_RANGE, parseRelativeRange } from "../parameters/relative-range";

/** The absolute range a view means at `nowMs`. An open end is now; an open start lies the relative range before the end. */
export function toTimeRange(view: Pick<AttemptView, "range" | "from" | "to">, nowMs: number): TimeRange {
  const to = view.to ?? nowMs;
  const length = parseRelativeRange(view.range) ?? parseRelativeRange(DEFAULT_RANGE) ?? 0;
  return { from: view.from ?? to - length, to };
}

/** A view that follows the clock: its end moves. */
export function isFollowing(view: Pick<AttemptView, "to">): boolean {
  return view.to === null;
}
