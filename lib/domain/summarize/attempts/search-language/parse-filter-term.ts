import type { FilterTerm } from "../attempt-filter";
import { parseSearch } from "./parse-search";

/** A search of one term, as links carry it; null: it is none, or more than one. Total. */
export function parseFilterTerm(text: string): FilterTerm | null {
  const { terms, issues } = parseSearch(text);
  const [term, second] = terms;
  if (term === undefined || second !== undefined || issues.some(({ severity }) => severity === "error"))
    return null;
  const { key, ...rest } = term;
  return key === "identity" ? null : { key, ...rest };
}
