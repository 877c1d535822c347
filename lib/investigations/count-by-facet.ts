import type { Facets } from "@/lib/domain/summarize/attempt-counts";
import type { AttemptFilter } from "@/lib/domain/summarize/attempt-filter";
import type { Viewer } from "@/lib/ports/viewer";
import type { InvestigationContext } from "./investigation-context";

/** Every facet's values with counts, what is folded away, and totals. */
export async function countByFacet(
  _viewer: Viewer,
  { filter, limit }: { readonly filter: AttemptFilter; readonly limit: number },
  { store }: InvestigationContext,
): Promise<Facets> {
  const [facets, totals, classes] = await Promise.all([
    store.countByFacet(filter, limit),
    store.countTotals(filter),
    store.countClasses({ ...filter, noise: "show", class: [] }),
  ]);
  const countOf = (name: string) => classes.find(({ value }) => value === name)?.count ?? 0;
  return { facets, totals, folded: { node: countOf("node"), aws: countOf("aws") } };
}
