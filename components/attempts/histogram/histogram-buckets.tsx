import { type KeyboardEvent, useMemo, useRef } from "react";
import { useZonedFormat } from "@/components/settings/use-zoned-format";
import type { Histogram } from "@/lib/domain/summarize/attempts/attempt-counts";
import type { TimeRange } from "@/lib/domain/time/time-range";
import { BucketButton } from "./bucket-button";
import { BucketTip } from "./bucket-tip";
import { bucketLabel, bucketWords } from "./bucket-words";
import { useBucketActions } from "./use-bucket-actions";

interface HistogramBucketsProps {
  readonly histogram: Histogram;
  readonly onZoom: (range: TimeRange) => void;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowLeft: -1,
  PageDown: 12,
  PageUp: -12,
  Home: -1e6,
  End: 1e6,
};

/** A button over each bar: one stop for Tab, arrows move between them, Enter or a drag zooms in. */
export function HistogramBuckets({ histogram, onZoom }: HistogramBucketsProps) {
  const { buckets } = histogram;
  const format = useZonedFormat();
  const words = useMemo(
    () => histogram.buckets.map((bucket) => bucketWords(bucket, histogram, format)),
    [histogram, format],
  );
  const { current, told, brush, on, hush } = useBucketActions(histogram, onZoom);
  const group = useRef<HTMLDivElement>(null);
  function move(event: KeyboardEvent) {
    if (event.key === "Escape") hush();
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.min(buckets.length - 1, Math.max(0, current + step));
    group.current?.querySelectorAll("button")[next]?.focus();
  }
  const tabStop = Math.min(current, buckets.length - 1);
  const tip = told === null ? undefined : words[told];
  return (
    <>
      <div
        ref={group}
        role="toolbar"
        aria-label="Attempts over time: arrows move, Enter zooms in"
        className="absolute inset-x-0 top-0 grid h-[72px] auto-cols-fr grid-flow-col touch-manipulation select-none"
        onKeyDown={move}
        onPointerLeave={hush}
        onBlur={hush}
      >
        {words.map((word, index) => (
          <BucketButton
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar keeps its place while the clock moves all their times.
            key={index}
            index={index}
            label={bucketLabel(word)}
            tabbable={index === tabStop}
            brushed={brush !== null && index >= brush.first && index <= brush.last}
            on={on}
          />
        ))}
      </div>
      {tip === undefined ? null : <BucketTip words={tip} at={(told ?? 0) / buckets.length} />}
    </>
  );
}
