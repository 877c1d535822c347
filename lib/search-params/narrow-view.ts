import type { FacetName } from "@/lib/domain/summarize/attempts/attempt-filter";
import { printTerm } from "@/lib/domain/summarize/attempts/search-language/print-search";
import type { SearchKey } from "@/lib/domain/summarize/attempts/search-language/search-key";
import type { SearchTerm } from "@/lib/domain/summarize/attempts/search-language/search-term";
import type { AttemptView } from "./attempt-view";
import { termsOfView, withTerms } from "./search-of-view";

/** Only attempts with this value, or with another that is asked for; it is no longer excluded. */
export function includeValue(view: AttemptView, key: SearchKey, value: string): AttemptView {
  const term = { key, pattern: [value], excluded: false };
  return withTerms(view, [...without(view, { ...term, excluded: true }), term]);
}

/** No attempts with this value; it is no longer asked for. */
export function excludeValue(view: AttemptView, key: SearchKey, value: string): AttemptView {
  const term = { key, pattern: [value], excluded: true };
  return withTerms(view, [...without(view, { ...term, excluded: false }), term]);
}

/** The view without one of its terms. */
export function removeTerm(view: AttemptView, term: SearchTerm): AttemptView {
  return withTerms(view, without(view, term));
}

/** A value is asked for, or is left free again: also where it was excluded. */
export function toggleFacetValue(view: AttemptView, name: FacetName, value: string): AttemptView {
  const term = { key: name, pattern: [value], excluded: false };
  const printed = [term, { ...term, excluded: true }].map(printTerm);
  const standing = termsOfView(view).find((one) => printed.includes(printTerm(one)));
  return standing === undefined ? includeValue(view, name, value) : removeTerm(view, standing);
}

function without(view: AttemptView, term: SearchTerm): SearchTerm[] {
  const printed = printTerm(term);
  return termsOfView(view).filter((one) => printTerm(one) !== printed);
}
