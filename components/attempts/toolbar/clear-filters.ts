import { type AttemptView, EMPTY_VIEW } from "@/lib/search-params/attempts/attempt-view";

/** The same range and noise, nothing narrowed. */
export function clearFilters({ range, from, to, noise }: AttemptView): AttemptView {
  return { ...EMPTY_VIEW, range, from, to, noise };
}
