import { useId } from "react";
import { formatCount } from "@/components/ui/format-count";
import type { OutcomeBar } from "@/lib/domain/summarize/overview/overview";
import { formatSpan } from "@/lib/domain/time/format-time";
import type { TimeRange } from "@/lib/domain/time/time-range";

interface OutcomePlotProps {
  readonly bars: readonly OutcomeBar[];
  readonly barMs: number;
  readonly gaps: readonly TimeRange[];
  readonly range: TimeRange;
}

const HEIGHT = 48;
const WIDTH = 10;

/** Granted and denied over time, small; what is not known is hatched. */
export function OutcomePlot({ bars, barMs, gaps, range }: OutcomePlotProps) {
  const hatch = useId();
  const most = Math.max(1, ...bars.map(({ granted, denied }) => granted + denied));
  const placeOf = (ms: number) =>
    ((Math.min(Math.max(ms, range.from), range.to) - range.from) / barMs) * WIDTH;
  return (
    <svg
      role="img"
      aria-label={plotWords(bars, barMs)}
      viewBox={`0 0 ${bars.length * WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="block h-12 w-full border-b border-line"
    >
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="2" height="6" className="fill-line-strong" />
        </pattern>
      </defs>
      {gaps.map(({ from, to }) => (
        <rect
          key={from}
          x={placeOf(from)}
          width={Math.max(0, placeOf(to) - placeOf(from))}
          height={HEIGHT}
          fill={`url(#${hatch})`}
        />
      ))}
      {bars.map((bar, i) => (
        <PlotBar key={bar.startMs} bar={bar} x={i * WIDTH} most={most} />
      ))}
    </svg>
  );
}

/** Denials stand on top of what was granted; what happened at all is seen, be it ever so little. */
function PlotBar({ bar: { granted, denied }, x, most }: { bar: OutcomeBar; x: number; most: number }) {
  const heightOf = (n: number) => (n === 0 ? 0 : Math.max(2, (n / most) * (HEIGHT - 4)));
  const [low, high] = [heightOf(granted), heightOf(denied)];
  return (
    <>
      <rect x={x + 1} width={WIDTH - 2} y={HEIGHT - low} height={low} className="fill-granted-bar" />
      <rect x={x + 1} width={WIDTH - 2} y={HEIGHT - low - high} height={high} className="fill-denied-bar" />
    </>
  );
}

function plotWords(bars: readonly OutcomeBar[], barMs: number): string {
  const sum = (read: (bar: OutcomeBar) => number) => bars.reduce((all, bar) => all + read(bar), 0);
  const total = `${formatCount(sum((bar) => bar.granted))} granted and ${formatCount(sum((bar) => bar.denied))} denied over time`;
  const worst = bars.reduce<OutcomeBar | null>(
    (found, bar) => (bar.denied > (found?.denied ?? 0) ? bar : found),
    null,
  );
  if (worst === null) return total;
  const when = formatSpan(worst.startMs, worst.startMs + barMs);
  return `${total}; most denials ${when} UTC: ${formatCount(worst.denied)}`;
}
