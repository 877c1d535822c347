import { termsOf, toNarrowing } from "@/lib/domain/summarize/attempts/search-language/narrowing";
import { parseSearch } from "@/lib/domain/summarize/attempts/search-language/parse-search";
import { printSearch } from "@/lib/domain/summarize/attempts/search-language/print-search";
import type { SearchIssue } from "@/lib/domain/summarize/attempts/search-language/search-issue";
import type { SearchTerm } from "@/lib/domain/summarize/attempts/search-language/search-term";
import { type AttemptView, tidyView } from "./attempt-view";

/** All that narrows a view but time and noise, term by term. */
export function termsOfView(view: AttemptView): SearchTerm[] {
  const tidy = tidyView(view);
  return termsOf({ ...tidy, text: tidy.q });
}

/** The same as text; withSearch puts it back. */
export function searchOfView(view: AttemptView): string {
  return printSearch(termsOfView(view));
}

/** The view narrowed by these terms and nothing else; time and noise stay. */
export function withTerms(view: AttemptView, terms: readonly SearchTerm[]): AttemptView {
  const { text, ...rest } = toNarrowing(terms);
  return tidyView({ ...view, ...(rest as Partial<AttemptView>), q: text });
}

/** The same by a search; what of it cannot be read is left out and told. */
export function withSearch(
  view: AttemptView,
  search: string,
): { readonly view: AttemptView; readonly issues: readonly SearchIssue[] } {
  const { terms, issues } = parseSearch(search);
  return { view: withTerms(view, terms), issues };
}
