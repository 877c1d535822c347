import { useZonedFormat } from "@/components/settings/use-zoned-format";
import { formatCount } from "@/components/ui/format-count";
import type { Histogram } from "@/lib/domain/summarize/attempts/attempt-counts";
import { estimateTime } from "./estimate-time";
import type { ListScroll } from "./use-list-scroll";

interface ThumbMarkerProps {
  readonly scroll: ListScroll;
  readonly total: number;
  readonly histogram: Histogram | undefined;
  /** When the top row happened; null = it is not loaded. */
  readonly topMs: number | null;
}

/** Beside the thumb of the scroll bar while it is dragged: what it points at. Everything it says stands in the bar below. */
export function ThumbMarker({ scroll, total, histogram, topMs }: ThumbMarkerProps) {
  const { stamp } = useZonedFormat();
  const { offset, viewHeight, rowHeight, inSight } = scroll;
  const way = Math.max(1, total * rowHeight - viewHeight);
  const share = Math.min(1, Math.max(0, offset / way));
  const guess = histogram === undefined ? null : estimateTime(histogram, inSight.first / total);
  const ms = topMs ?? guess;
  return (
    <div
      aria-hidden="true"
      style={{ top: share * Math.max(0, viewHeight - 48) }}
      className="pointer-events-none fixed right-3 z-30 rounded-md bg-ink px-2.5 py-1 text-right text-xs text-paper shadow-md"
    >
      {ms === null ? null : (
        <span className="block font-mono font-medium">
          {topMs === null ? "≈ " : ""}
          {stamp(ms).slice(0, "2026-11-23 14:52".length)}
        </span>
      )}
      <span className="block">{formatCount(inSight.first + 1)}</span>
    </div>
  );
}
