import { useZonedFormat } from "@/components/settings/use-zoned-format";
import { memo, useMemo, useState } from "react";
import { describeGaps } from "@/components/shell/gap-words";
import type { Histogram } from "@/lib/domain/summarize/attempts/attempt-counts";
import type { TimeRange } from "@/lib/domain/time/time-range";
import { HistogramBuckets } from "./histogram-buckets";
import { layOutHistogram } from "./histogram-layout";
import { HistogramPlot } from "./histogram-plot";
import { HistogramTable } from "./histogram-table";

interface AttemptHistogramProps {
  readonly histogram: Histogram;
  readonly onZoom: (range: TimeRange) => void;
}

/** Granted and denied over time; what was not read is hatched. */
export const AttemptHistogram = memo(function AttemptHistogram(props: AttemptHistogramProps) {
  const { histogram, onZoom } = props;
  const format = useZonedFormat();
  const layout = useMemo(() => layOutHistogram(histogram, format), [histogram, format]);
  const [asTable, setAsTable] = useState(false);
  return (
    <section aria-label="Attempts over time" className="pt-2">
      <div className="relative">
        <HistogramPlot layout={layout} />
        <HistogramBuckets histogram={histogram} onZoom={onZoom} />
      </div>
      <div className="flex flex-wrap items-center gap-x-4 text-xs text-ink-2">
        <Legend className="fill-denied-bar" label="denied" />
        <Legend className="fill-granted-bar" label="granted" />
        {histogram.gaps.length === 0 ? null : (
          <span className="text-open">▨ {describeGaps(histogram.gaps)}</span>
        )}
        <span className="grow" />
        <button
          type="button"
          aria-expanded={asTable}
          className="min-h-6 text-accent hover:underline"
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? "Hide the table" : "As a table"}
        </button>
      </div>
      {asTable ? <HistogramTable histogram={histogram} /> : null}
    </section>
  );
});

function Legend({ className, label }: { className: string; label: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <svg aria-hidden="true" width="9" height="9">
        <rect width="9" height="9" rx="2" className={className} />
      </svg>
      {label}
    </span>
  );
}
