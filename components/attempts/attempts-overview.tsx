import { useCallback } from "react";
import type { Facets, Histogram } from "@/lib/domain/summarize/attempts/attempt-counts";
import type { TimeRange } from "@/lib/domain/time/time-range";
import { AttemptHistogram } from "./histogram/attempt-histogram";
import { Headline } from "./headline";
import type { ViewChange } from "./use-attempt-view";

interface AttemptsOverviewProps {
  readonly facets: Facets | undefined;
  readonly histogram: Histogram | undefined;
  readonly changeView: ViewChange;
}

/** The answer in one line, and over time. */
export function AttemptsOverview({ facets, histogram, changeView }: AttemptsOverviewProps) {
  const zoom = useCallback(
    ({ from, to }: TimeRange) => changeView((view) => ({ ...view, range: "24h", from, to })),
    [changeView],
  );
  return (
    <div className="min-h-36 border-b border-line px-4 pt-2.5 pb-1">
      {facets === undefined ? null : (
        <Headline totals={facets.totals} complete={histogram?.gaps.length === 0} />
      )}
      {histogram === undefined ? null : <AttemptHistogram histogram={histogram} onZoom={zoom} />}
    </div>
  );
}
