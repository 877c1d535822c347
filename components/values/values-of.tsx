"use client";
import { toVisibleString } from "@/components/ui/visible-text";
import type { FacetName } from "@/lib/domain/summarize/attempts/attempt-filter";
import type { TimeRange } from "@/lib/domain/time/time-range";
import { ValuesButton } from "./values-button";

/** What one can do with a value that stands on a page of its own time. */
export function ValuesOf({ name, value, range }: { name: FacetName; value: string; range: TimeRange }) {
  return (
    <ValuesButton
      label={`Only, not or copy: ${toVisibleString(value)}`}
      values={() => [{ key: name, value }]}
      range={range}
    />
  );
}
