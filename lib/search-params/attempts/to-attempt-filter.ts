import type { AttemptFilter } from "@/lib/domain/summarize/attempts/attempt-filter";
import type { AttemptView } from "./attempt-view";
import { toTimeRange } from "./view-range";

/** What a view asks of the store at `nowMs`. */
export function toAttemptFilter(view: AttemptView, nowMs: number): AttemptFilter {
  const { range, from, to, q, ...rest } = view;
  return { ...rest, range: toTimeRange({ range, from, to }, nowMs), text: q.trim() };
}
