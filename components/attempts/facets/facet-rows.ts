import { type AskedValues, standingOf } from "@/lib/domain/summarize/attempts/asked-values";
import type { FacetCount } from "@/lib/domain/summarize/attempts/attempt-counts";
import { literalOf } from "@/lib/domain/summarize/attempts/search-language/value-pattern";

export const FACET_VALUES_SHOWN = 6;

/** The values to show: the most frequent, and every one that is asked for or excluded, even if it is rare or matches nothing any more. */
export function toFacetRows(
  values: readonly FacetCount[],
  asked: AskedValues,
  expanded: boolean,
): readonly FacetCount[] {
  const counted = new Set(values.map(({ value }) => value));
  const named = [...asked.included, ...asked.excluded].flatMap((pattern) => literalOf(pattern) ?? []);
  const gone = named.filter((value) => !counted.has(value)).map((value) => ({ value, count: 0 }));
  const shown = values.filter(
    ({ value }, i) => expanded || i < FACET_VALUES_SHOWN || standingOf(asked, value) !== null,
  );
  return [...shown, ...gone];
}
