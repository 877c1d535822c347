import type { FacetCount } from "@/lib/domain/summarize/attempts/attempt-counts";

export const FACET_VALUES_SHOWN = 6;

/** The values to show: the most frequent, and every chosen one even if it is rare or matches nothing any more. */
export function toFacetRows(
  values: readonly FacetCount[],
  selected: readonly string[],
  expanded: boolean,
): readonly FacetCount[] {
  const counted = new Set(values.map(({ value }) => value));
  const gone = selected.filter((value) => !counted.has(value)).map((value) => ({ value, count: 0 }));
  const shown = values.filter(
    ({ value }, i) => expanded || i < FACET_VALUES_SHOWN || selected.includes(value),
  );
  return [...shown, ...gone];
}
