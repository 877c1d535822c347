import type { AttemptFilter, FacetName, ValuePattern } from "./attempt-filter";
import { matchesPattern } from "./search-language/value-pattern";

/** What is asked of one facet. */
export interface AskedValues {
  /** Any of them; empty = of all. */
  readonly included: readonly ValuePattern[];
  /** None of them. */
  readonly excluded: readonly ValuePattern[];
}

/** What a filter asks of a facet. */
export function askedOf(
  { where = [], ...filter }: Pick<AttemptFilter, FacetName | "where">,
  name: FacetName,
): AskedValues {
  const own = where.filter(({ key }) => key === name);
  const patterns = (excluded: boolean) =>
    own.filter((term) => term.excluded === excluded).map(({ pattern }) => pattern);
  return {
    included: [...filter[name].map((value) => [value]), ...patterns(false)],
    excluded: patterns(true),
  };
}

/** Whether a value is asked for by name or by a gap, or excluded; null = neither. */
export function standingOf({ included, excluded }: AskedValues, value: string): "in" | "out" | null {
  const isOf = (pattern: ValuePattern) => matchesPattern(pattern, value);
  if (excluded.some(isOf)) return "out";
  return included.some(isOf) ? "in" : null;
}

/** Whether a value of the facet meets it. */
export function isAsked({ included, excluded }: AskedValues, value: string): boolean {
  const isOf = (pattern: ValuePattern) => matchesPattern(pattern, value);
  return (included.length === 0 || included.some(isOf)) && !excluded.some(isOf);
}
