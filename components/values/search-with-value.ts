import type { SearchValue } from "@/lib/domain/summarize/attempts/values-of-attempt";
import type { TimeRange } from "@/lib/domain/time/time-range";
import { wholeSeconds } from "@/lib/domain/time/whole-seconds";
import { canonicalQuery, EMPTY_VIEW } from "@/lib/search-params/attempts/attempt-view";
import { loadAttemptView } from "@/lib/search-params/attempts/load-attempt-view";
import { excludeValue, includeValue } from "@/lib/search-params/attempts/narrow-view";

/** The list with a value asked for or excluded: the list of `search` narrowed further, or all attempts of a time. */
export function searchWithValue(
  { key, value }: SearchValue,
  { excluded, from }: { readonly excluded: boolean; readonly from: TimeRange | { readonly search: string } },
  nowMs: number,
): string {
  const view =
    "search" in from
      ? loadAttemptView(new URLSearchParams(from.search), nowMs).view
      : { ...EMPTY_VIEW, noise: "show" as const, ...wholeSeconds(from) };
  const narrowed = excluded ? excludeValue(view, key, value) : includeValue(view, key, value);
  return `/attempts${canonicalQuery(narrowed)}`;
}
