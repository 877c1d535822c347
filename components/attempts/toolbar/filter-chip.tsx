import { KIND_WORDS } from "@/components/identity/identity-words";
import { SafeText } from "@/components/ui/safe-text";
import { parseIdentityId } from "@/lib/domain/identity/identity-ref";
import type { SearchTerm } from "@/lib/domain/summarize/attempts/search-language/search-term";
import { FACET_NAMES, type FacetName } from "@/lib/domain/summarize/attempts/attempt-filter";
import { facetValueWords } from "../facets/facet-words";
import { KEY_TITLES } from "../facets/key-words";
import { shortenName } from "../list/shorten-name";

/** One thing that narrows the view; a press takes it back. */
export function FilterChip({ term, onRemove }: { term: SearchTerm; onRemove: () => void }) {
  const { name, value } = wordsOf(term);
  const looks = term.excluded ? "bg-denied-soft text-denied" : "bg-accent-soft text-accent";
  return (
    <button
      type="button"
      onClick={onRemove}
      className={`inline-flex min-h-6 max-w-72 items-center gap-1.5 rounded-full px-2.5 hover:line-through ${looks}`}
    >
      <span className="sr-only">Remove </span>
      <span className="shrink-0 text-ink-2">
        {name}
        {term.excluded ? " is not" : ""}:
      </span>
      <SafeText text={shortenName(value)} className="truncate" />
      <span aria-hidden="true">×</span>
    </button>
  );
}

function wordsOf({ key, pattern }: SearchTerm): { readonly name: string; readonly value: string } {
  const value = pattern.join("*");
  if (key === "identity") {
    const identity = parseIdentityId(value);
    return identity === null
      ? { name: KEY_TITLES[key], value }
      : { name: KIND_WORDS[identity.kind], value: identity.value };
  }
  const isFacet = (FACET_NAMES as readonly string[]).includes(key);
  return { name: KEY_TITLES[key], value: isFacet ? facetValueWords(key as FacetName, value) : value };
}
