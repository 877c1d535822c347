import { useCallback, useMemo, useState } from "react";
import type { Histogram } from "@/lib/domain/summarize/attempts/attempt-counts";
import type { TimeRange } from "@/lib/domain/time/time-range";
import type { BucketActions } from "./bucket-button";
import { type Brush, useBrush } from "./use-brush";

/** What one does with the bars: `current` is where Tab stops, `told` the one that says what it is (null = none). */
export function useBucketActions({ buckets, bucketMs }: Histogram, onZoom: (range: TimeRange) => void) {
  const [current, setCurrent] = useState(0);
  const [told, setTold] = useState<number | null>(null);
  const zoomTo = useCallback(
    ({ first, last }: Brush) => {
      const from = buckets[first]?.startMs;
      const to = buckets[last]?.startMs;
      if (from !== undefined && to !== undefined) onZoom({ from, to: to + bucketMs });
    },
    [buckets, bucketMs, onZoom],
  );
  const { brush, start, extend } = useBrush(zoomTo);
  const on: BucketActions = useMemo(
    () => ({
      press: start,
      pass: (index) => {
        setTold(index);
        extend(index);
      },
      focus: (index) => {
        setTold(index);
        setCurrent(index);
      },
      activate: (index) => zoomTo({ first: index, last: index }),
    }),
    [start, extend, zoomTo],
  );
  const hush = useCallback(() => setTold(null), []);
  return { current, told, brush, on, hush };
}
