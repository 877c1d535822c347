import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from "react";
import { describeGaps, gapsWithin } from "@/components/shell/gap-words";
import type { Histogram } from "@/lib/domain/summarize/attempts/attempt-counts";
import type { TimeRange } from "@/lib/domain/time/time-range";
import { BucketButton } from "./bucket-button";
import { useBrush } from "./use-brush";

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
  const { buckets, bucketMs } = histogram;
  const missing = useMemo(() => describeBuckets(histogram), [histogram]);
  const [current, setCurrent] = useState(0);
  const group = useRef<HTMLDivElement>(null);
  const zoomTo = useCallback(
    ({ first, last }: { first: number; last: number }) => {
      const from = buckets[first]?.startMs;
      const to = buckets[last]?.startMs;
      if (from !== undefined && to !== undefined) onZoom({ from, to: to + bucketMs });
    },
    [buckets, bucketMs, onZoom],
  );
  const { brush, start, extend } = useBrush(zoomTo);
  function move(event: KeyboardEvent) {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.min(buckets.length - 1, Math.max(0, current + step));
    setCurrent(next);
    group.current?.querySelectorAll("button")[next]?.focus();
  }
  const tabStop = Math.min(current, buckets.length - 1);
  return (
    <div
      ref={group}
      role="toolbar"
      aria-label="Attempts over time: arrows move, Enter zooms in"
      className="absolute inset-x-0 top-0 grid h-[72px] auto-cols-fr grid-flow-col touch-manipulation select-none"
      onKeyDown={move}
    >
      {buckets.map((bucket, i) => (
        <BucketButton
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar keeps its place while the clock moves all their times.
          key={i}
          bucket={bucket}
          bucketMs={bucketMs}
          missing={missing[i] ?? ""}
          tabbable={i === tabStop}
          brushed={brush !== null && i >= brush.first && i <= brush.last}
          side={i < buckets.length / 2 ? "left" : "right"}
          onPress={() => start(i)}
          onPass={() => extend(i)}
          onFocus={() => setCurrent(i)}
          onActivate={() => zoomTo({ first: i, last: i })}
        />
      ))}
    </div>
  );
}

function describeBuckets({ buckets, bucketMs, gaps }: Histogram): string[] {
  return buckets.map(({ startMs }) =>
    describeGaps(gapsWithin(gaps, { from: startMs, to: startMs + bucketMs })),
  );
}
