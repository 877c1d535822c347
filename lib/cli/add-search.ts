import type { AttemptFilter } from "@/lib/domain/summarize/attempts/attempt-filter";
import { termsOf, toNarrowing } from "@/lib/domain/summarize/attempts/search-language/narrowing";
import { parseSearch } from "@/lib/domain/summarize/attempts/search-language/parse-search";

/** A filter that a search narrows further. Nothing is left out of a command silently: an error in it is a problem. */
export function addSearch(
  filter: AttemptFilter,
  search: string,
): AttemptFilter | { readonly problem: string } {
  const { terms, issues } = parseSearch(search);
  const error = issues.find(({ severity }) => severity === "error");
  if (error !== undefined) return { problem: `--search, character ${error.start + 1}: ${error.message}` };
  const { where = [], identity = null } = filter;
  return { ...filter, ...toNarrowing([...termsOf({ ...filter, where, identity }), ...terms]) };
}
