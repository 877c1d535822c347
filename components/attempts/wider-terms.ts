import type { Facets } from "@/lib/domain/summarize/attempts/attempt-counts";
import type { FacetName } from "@/lib/domain/summarize/attempts/attempt-filter";
import type { SearchTerm } from "@/lib/domain/summarize/attempts/search-language/search-term";
import { literalOf } from "@/lib/domain/summarize/attempts/search-language/value-pattern";
import type { AttemptView } from "@/lib/search-params/attempts/attempt-view";
import { termsOfView } from "@/lib/search-params/attempts/search-of-view";

/** A name that is asked for whole, and that only stands within the names of those who came. */
export interface WiderTerm {
  readonly key: FacetName;
  readonly literal: string;
  /** The same with gaps around it. */
  readonly wider: SearchTerm;
  /** How many names hold it, and their attempts under the other filters; of the most frequent names alone. */
  readonly names: number;
  readonly attempts: number;
}

/** Names of which people type a part. */
const NAMED: readonly FacetName[] = ["origin", "username", "group", "role", "session", "cluster"];
/** One letter stands in nearly every name. */
const SHORTEST = 2;

/** What of a view would find something if it were not asked for whole. */
export function widerTerms(view: AttemptView, facets: Facets["facets"]): WiderTerm[] {
  return termsOfView(view).flatMap(({ key, pattern, excluded }) => {
    const literal = literalOf(pattern);
    const name = NAMED.find((one) => one === key);
    if (name === undefined || excluded || literal === null || literal.length < SHORTEST) return [];
    const { values } = facets[name];
    if (values.some(({ value }) => value === literal)) return [];
    const holders = values.filter(({ value }) => value.toLowerCase().includes(literal.toLowerCase()));
    if (holders.length === 0) return [];
    const attempts = holders.reduce((sum, { count }) => sum + count, 0);
    const wider = { key, pattern: ["", literal, ""], excluded };
    return [{ key: name, literal, wider, names: holders.length, attempts }];
  });
}
