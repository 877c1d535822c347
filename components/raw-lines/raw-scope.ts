import { FACET_TITLES } from "@/components/attempts/facets/facet-words";
import { FACET_NAMES } from "@/lib/domain/summarize/attempts/attempt-filter";
import { printTerm } from "@/lib/domain/summarize/attempts/search-language/print-search";
import { LONGEST_RAW_MS } from "@/lib/domain/summarize/raw-search";
import type { AttemptView } from "@/lib/search-params/attempts/attempt-view";

/** The filters of a view that raw records do not know, in words; "" = it has none. */
export function otherFilters(view: AttemptView): string {
  const names = FACET_NAMES.filter((name) => name !== "cluster" && view[name].length > 0);
  const terms = view.where.map(printTerm);
  return [...names.map((name) => FACET_TITLES[name]), ...terms].join(", ");
}

/** The view's last 24 hours; one that follows the clock goes on doing so. */
export function toLastDay(view: AttemptView): AttemptView {
  return { ...view, range: "24h", from: view.to === null ? null : view.to - LONGEST_RAW_MS };
}
