import { memo, useState } from "react";
import { formatCount } from "@/components/ui/format-count";
import type { FacetCount } from "@/lib/domain/summarize/attempts/attempt-counts";
import { askedOf, standingOf } from "@/lib/domain/summarize/attempts/asked-values";
import type { FacetName } from "@/lib/domain/summarize/attempts/attempt-filter";
import type { AttemptView } from "@/lib/search-params/attempts/attempt-view";
import { FacetOption } from "./facet-option";
import { FACET_VALUES_SHOWN, toFacetRows } from "./facet-rows";
import { FACET_TITLES } from "./facet-words";

interface FacetGroupProps {
  readonly name: FacetName;
  readonly view: AttemptView;
  readonly values: readonly FacetCount[];
  readonly distinct: number;
  readonly onToggle: (name: FacetName, value: string) => void;
}

export const FacetGroup = memo(function FacetGroup(props: FacetGroupProps) {
  const { name, view, values, distinct, onToggle } = props;
  const [expanded, setExpanded] = useState(false);
  const asked = askedOf(view, name);
  const rows = toFacetRows(values, asked, expanded);
  if (rows.length === 0) return null;
  const max = Math.max(1, ...values.map(({ count }) => count));
  const more = values.length - FACET_VALUES_SHOWN;
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 flex w-full gap-1.5 px-1.5 text-xs font-semibold text-ink-2">
        {FACET_TITLES[name]}
        {name === "session" ? <span className="font-normal text-ink-3">set by the caller</span> : null}
      </legend>
      {rows.map(({ value, count }) => (
        <FacetOption
          key={value}
          name={name}
          value={value}
          count={count}
          share={count / max}
          standing={standingOf(asked, value)}
          onToggle={onToggle}
        />
      ))}
      {more > 0 ? (
        <button
          type="button"
          aria-expanded={expanded}
          className="px-1.5 py-0.5 text-xs text-accent hover:underline"
          onClick={() => setExpanded(!expanded)}
        >
          {expanded ? "Fewer" : `${more} more`}
          <span className="sr-only"> of {FACET_TITLES[name]}</span>
        </button>
      ) : null}
      {expanded && distinct > values.length ? (
        <p className="px-1.5 text-xs text-ink-3">
          {formatCount(distinct - values.length)} rarer: use the search
        </p>
      ) : null}
    </fieldset>
  );
});
