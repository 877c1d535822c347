import type { AttemptFilter, FilterTerm } from "@/lib/domain/summarize/attempts/attempt-filter";
import { matchesPattern } from "@/lib/domain/summarize/attempts/search-language/value-pattern";

/** No cluster can have it; an empty list would leave the clusters free. */
const NO_CLUSTER = "(no cluster that may be seen)";

/** The clusters of a list that may be seen; an empty list stands for all of them. Never empty. */
export function narrowClusters(asked: readonly string[], seen: readonly string[]): readonly string[] {
  const both = asked.length === 0 ? seen : asked.filter((name) => seen.includes(name));
  return both.length === 0 ? [NO_CLUSTER] : both;
}

/** The same filter over the clusters that may be seen. A term of the search adds clusters, so it is resolved first. */
export function narrowAttempts(filter: AttemptFilter, seen: readonly string[]): AttemptFilter {
  const { cluster, where = [] } = filter;
  const asked = where.filter(addsClusters);
  if (asked.length === 0) return { ...filter, cluster: narrowClusters(cluster, seen) };
  const matching = seen.filter((name) => asked.some(({ pattern }) => matchesPattern(pattern, name)));
  return {
    ...filter,
    cluster: narrowClusters([NO_CLUSTER, ...cluster, ...matching], seen),
    where: where.filter((term) => !addsClusters(term)),
  };
}

function addsClusters({ key, excluded }: FilterTerm): boolean {
  return key === "cluster" && !excluded;
}
