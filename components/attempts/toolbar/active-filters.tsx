import Link from "next/link";
import { KIND_WORDS } from "@/components/identity/identity-words";
import { SafeText } from "@/components/ui/safe-text";
import type { IdentityKind, IdentityRef } from "@/lib/domain/identity/identity-ref";
import { FACET_NAMES, type FacetName } from "@/lib/domain/summarize/attempts/attempt-filter";
import { type AttemptView, isFiltered } from "@/lib/search-params/attempt-view";
import { toggleFacetValue } from "@/lib/search-params/narrow-view";
import { identityPath } from "@/lib/search-params/identity-path";
import { clearFilters } from "./clear-filters";
import { FACET_TITLES, facetValueWords } from "../facets/facet-words";
import { shortenName } from "../list/shorten-name";
import type { ViewChange } from "../use-attempt-view";

/** What narrows the view now, each with a way to take it back. */
export function ActiveFilters({ view, changeView }: { view: AttemptView; changeView: ViewChange }) {
  if (!isFiltered(view)) return null;
  const text = view.q.trim();
  const { identity } = view;
  const one = onlyIdentity(view);
  return (
    <ul aria-label="Active filters" className="flex flex-wrap items-center gap-1.5 px-4 pt-2.5">
      {FACET_NAMES.flatMap((name) =>
        view[name].map((value) => (
          <li key={`${name} ${value}`}>
            <RemovableFilter
              name={FACET_TITLES[name]}
              value={facetValueWords(name, value)}
              onRemove={() => changeView((current) => toggleFacetValue(current, name, value))}
            />
          </li>
        )),
      )}
      {identity === null ? null : (
        <li>
          <RemovableFilter
            name={KIND_WORDS[identity.kind]}
            value={identity.value}
            onRemove={() => changeView((now) => ({ ...now, identity: null }))}
          />
        </li>
      )}
      {text === "" ? null : (
        <li>
          <RemovableFilter
            name="Text"
            value={text}
            onRemove={() => changeView((now) => ({ ...now, q: "" }))}
          />
        </li>
      )}
      {one === null ? null : (
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

function RemovableFilter({ name, value, onRemove }: { name: string; value: string; onRemove: () => void }) {
  return (
    <button
      type="button"
      onClick={onRemove}
      className="inline-flex min-h-6 max-w-72 items-center gap-1.5 rounded-full bg-accent-soft px-2.5 text-accent hover:line-through"
    >
      <span className="sr-only">Remove </span>
      <span className="shrink-0 text-ink-2">{name}:</span>
      <SafeText text={shortenName(value)} className="truncate" />
      <span aria-hidden="true">×</span>
    </button>
  );
}
