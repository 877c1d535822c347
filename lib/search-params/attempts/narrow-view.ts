import type { FacetName } from "@/lib/domain/summarize/attempts/attempt-filter";
import { askedOf, standingOf } from "@/lib/domain/summarize/attempts/asked-values";
import { printTerm } from "@/lib/domain/summarize/attempts/search-language/print-search";
import type { SearchKey } from "@/lib/domain/summarize/attempts/search-language/search-key";
import { matchesPattern } from "@/lib/domain/summarize/attempts/search-language/value-pattern";
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

/** The view with another term in the place of a value that was asked for whole. */
export function replaceTerm(view: AttemptView, literal: string, term: SearchTerm): AttemptView {
  const whole = { key: term.key, pattern: [literal], excluded: term.excluded };
  return withTerms(view, [...without(view, whole), term]);
}

/** A value is asked for, or is left free again by what asks for it or excludes it, be it by a gap. */
export function toggleFacetValue(view: AttemptView, name: FacetName, value: string): AttemptView {
  const standing = standingOf(askedOf(view, name), value);
  if (standing === null) return includeValue(view, name, value);
  const others = termsOfView(view).filter(
    ({ key, pattern, excluded }) =>
      key !== name || excluded !== (standing === "out") || !matchesPattern(pattern, value),
  );
  return withTerms(view, others);
}

function without(view: AttemptView, term: SearchTerm): SearchTerm[] {
  const printed = printTerm(term);
  return termsOfView(view).filter((one) => printTerm(one) !== printed);
}
