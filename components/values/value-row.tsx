import Link from "next/link";
import { facetValueWords } from "@/components/attempts/facets/facet-words";
import { KEY_TITLES } from "@/components/attempts/facets/key-words";
import { CopyButton } from "@/components/ui/copy-button";
import { CONTROL } from "@/components/ui/control-class";
import { SafeText } from "@/components/ui/safe-text";
import { isMasked } from "@/lib/domain/redact/is-masked";
import { FACET_NAMES, type FacetName } from "@/lib/domain/summarize/attempts/attempt-filter";
import { identityOfValue, type SearchValue } from "@/lib/domain/summarize/attempts/values-of-attempt";
import { identityPath } from "@/lib/search-params/identities/identity-path";

interface ValueRowProps {
  readonly value: SearchValue;
  readonly onSearch: (value: SearchValue, excluded: boolean) => void;
  /** Another page is opened. */
  readonly onLeave: () => void;
}

/** A value, and what one can do with it. */
export function ValueRow({ value, onSearch, onLeave }: ValueRowProps) {
  const title = KEY_TITLES[value.key];
  const words = wordsOf(value);
  const identity = identityOfValue(value);
  // Nothing can be found by what is hidden in part.
  const isHidden = isMasked(value.value);
  return (
    <li
      aria-label={`${title}: ${words}`}
      className="grid items-center gap-x-3 gap-y-1 rounded-md px-2 py-1 hover:bg-sunken sm:grid-cols-[minmax(0,1fr)_auto]"
    >
      <span className="min-w-0">
        <span className="mr-2 text-xs text-ink-2">{title}</span>
        <SafeText text={words} breakable className="line-clamp-2 font-mono text-xs" />
      </span>
      <span className="flex gap-1.5">
        {isHidden ? null : (
          <>
            <button type="button" className={CONTROL} onClick={() => onSearch(value, false)}>
              Only
            </button>
            <button type="button" className={CONTROL} onClick={() => onSearch(value, true)}>
              Not
            </button>
          </>
        )}
        <CopyButton label="Copy" text={value.value} />
        {identity === null || isHidden ? null : (
          <Link href={identityPath(identity)} prefetch={false} className={CONTROL} onClick={onLeave}>
            About
          </Link>
        )}
      </span>
    </li>
  );
}

function wordsOf({ key, value }: SearchValue): string {
  const isFacet = (FACET_NAMES as readonly string[]).includes(key);
  return isFacet ? facetValueWords(key as FacetName, value) : value;
}
