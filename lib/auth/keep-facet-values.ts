import type { FacetCount } from "@/lib/domain/summarize/attempts/attempt-counts";

interface Counted {
  readonly values: readonly FacetCount[];
  readonly distinct: number;
}

/** Each name is counted without its own filter: the clusters' own counts are narrowed here. */
export function keepClusterCounts(counted: Counted, seen: readonly string[]): Counted {
  const values = counted.values.filter(({ value }) => seen.includes(value));
  return { values, distinct: values.length };
}
