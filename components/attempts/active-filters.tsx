import { KIND_WORDS } from "@/components/identity/identity-words";
import { SafeText } from "@/components/ui/safe-text";
import { FACET_NAMES } from "@/lib/domain/summarize/attempt-filter";
import { type AttemptView, isFiltered, toggleFacetValue } from "@/lib/search-params/attempt-view";
import { clearFilters } from "./clear-filters";
import { FACET_TITLES, facetValueWords } from "./facet-words";
import { shortenName } from "./shorten-name";
import type { ViewChange } from "./use-attempt-view";

/** What narrows the view now, each with a way to take it back. */
export function ActiveFilters({ view, changeView }: { view: AttemptView; changeView: ViewChange }) {
  if (!isFiltered(view)) return null;
  const text = view.q.trim();
  const { identity } = view;
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
