import type { Facets } from "@/lib/domain/summarize/attempts/attempt-counts";
import type { AttemptFilter } from "@/lib/domain/summarize/attempts/attempt-filter";
import type { Viewer } from "@/lib/ports/viewer";
import type { InvestigationContext } from "../investigation-context";

/** Every facet's values with counts, what is folded away, and totals. */
export function countByFacet(
  _viewer: Viewer,
  { filter, limit }: { readonly filter: AttemptFilter; readonly limit: number },
  { store }: InvestigationContext,
  signal?: AbortSignal,
): Promise<Facets> {
  return store.countFacets(filter, limit, signal);
}
