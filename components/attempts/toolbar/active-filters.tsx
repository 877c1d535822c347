import Link from "next/link";
import { SafeText } from "@/components/ui/safe-text";
import type { IdentityKind, IdentityRef } from "@/lib/domain/identity/identity-ref";
import { isMasked } from "@/lib/domain/redact/is-masked";
import type { FacetName } from "@/lib/domain/summarize/attempts/attempt-filter";
import { printTerm } from "@/lib/domain/summarize/attempts/search-language/print-search";
import { type AttemptView, isFiltered } from "@/lib/search-params/attempts/attempt-view";
import { identityPath } from "@/lib/search-params/identities/identity-path";
import { removeTerm } from "@/lib/search-params/attempts/narrow-view";
import { termsOfView } from "@/lib/search-params/attempts/search-of-view";
import { shortenName } from "../list/shorten-name";
import type { ViewChange } from "../use-attempt-view";
import { clearFilters } from "./clear-filters";
import { FilterChip } from "./filter-chip";

/** What narrows the view now, each with a way to take it back. */
export function ActiveFilters({ view, changeView }: { view: AttemptView; changeView: ViewChange }) {
  if (!isFiltered(view)) return null;
  const one = onlyIdentity(view);
  return (
    <ul aria-label="Active filters" className="flex flex-wrap items-center gap-1.5 px-4 pt-2.5">
      {termsOfView(view).map((term) => (
        <li key={printTerm(term)}>
          <FilterChip term={term} onRemove={() => changeView((current) => removeTerm(current, term))} />
        </li>
      ))}
      {one === null || isMasked(one.value) ? null : (
        <li>
          <Link href={identityPath(one)} prefetch={false} className="px-1 text-accent hover:underline">
            All about <SafeText text={shortenName(one.value)} />
          </Link>
        </li>
      )}
      <li>
        <button
          type="button"
          className="px-1 text-accent hover:underline"
          onClick={() => changeView(clearFilters)}
        >
          Clear filters
        </button>
      </li>
    </ul>
  );
}

const IDENTITY_OF_FACET = {
  username: "username",
  group: "group",
  session: "person",
  account: "account",
} as const satisfies Partial<Record<FacetName, IdentityKind>>;

/** The one that the view is narrowed to; null = to none, or to several. */
function onlyIdentity(view: AttemptView): IdentityRef | null {
  const names = Object.keys(IDENTITY_OF_FACET) as (keyof typeof IDENTITY_OF_FACET)[];
  const ofFacets = names.flatMap((name) =>
    view[name].map((value) => ({ kind: IDENTITY_OF_FACET[name], value })),
  );
  const all = view.identity === null ? ofFacets : [view.identity, ...ofFacets];
  return all.length === 1 ? (all[0] ?? null) : null;
}
