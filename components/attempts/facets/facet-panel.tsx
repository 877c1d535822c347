import { useCallback } from "react";
import type { FacetCount, Facets } from "@/lib/domain/summarize/attempts/attempt-counts";
import { FACET_NAMES, type FacetName } from "@/lib/domain/summarize/attempts/attempt-filter";
import type { AttemptView } from "@/lib/search-params/attempts/attempt-view";
import { toggleFacetValue } from "@/lib/search-params/attempts/narrow-view";
import { FacetGroup } from "./facet-group";
import type { ViewChange } from "../use-attempt-view";

interface FacetPanelProps {
  readonly view: AttemptView;
  readonly facets: Facets | undefined;
  readonly changeView: ViewChange;
}

const NONE: readonly FacetCount[] = [];

/** What one can narrow by, each value with its count. */
export function FacetPanel({ view, facets, changeView }: FacetPanelProps) {
  const toggle = useCallback(
    (name: FacetName, value: string) => changeView((current) => toggleFacetValue(current, name, value)),
    [changeView],
  );
  return (
    <div className="grid gap-4 px-3 py-3">
      {FACET_NAMES.map((name) => (
        <FacetGroup
          key={name}
          name={name}
          view={view}
          values={facets?.facets[name].values ?? NONE}
          distinct={facets?.facets[name].distinct ?? 0}
          onToggle={toggle}
        />
      ))}
    </div>
  );
}
