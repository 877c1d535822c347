import type { Facets } from "@/lib/domain/summarize/attempts/attempt-counts";
import { askedOf } from "@/lib/domain/summarize/attempts/asked-values";
import { FACET_NAMES } from "@/lib/domain/summarize/attempts/attempt-filter";
import type { AttemptView } from "@/lib/search-params/attempt-view";
import { toggleFacetValue } from "@/lib/search-params/narrow-view";
import { FacetGroup } from "./facet-group";
import type { ViewChange } from "../use-attempt-view";

interface FacetPanelProps {
  readonly view: AttemptView;
  readonly facets: Facets | undefined;
  readonly changeView: ViewChange;
}

/** What one can narrow by, each value with its count. */
export function FacetPanel({ view, facets, changeView }: FacetPanelProps) {
  return (
    <div className="grid gap-4 px-3 py-3">
      {FACET_NAMES.map((name) => (
        <FacetGroup
          key={name}
          name={name}
          asked={askedOf(view, name)}
          values={facets?.facets[name].values ?? []}
          distinct={facets?.facets[name].distinct ?? 0}
          onToggle={(value) => changeView((current) => toggleFacetValue(current, name, value))}
        />
      ))}
    </div>
  );
}
