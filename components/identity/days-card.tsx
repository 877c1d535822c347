import { Card } from "@/components/ui/card";
import { formatCount } from "@/components/ui/format-count";
import type { IdentityReport } from "@/lib/domain/summarize/identities/identity-report";
import { formatDay } from "@/lib/domain/time/format-time";
import { type Bar, layOutDays } from "./lay-out-days";

const HEIGHT = 56;

/** Attempts by day of UTC, or by as many days as it takes to draw them. */
export function DaysCard({ report: { days, firstMs, lastMs } }: { report: IdentityReport }) {
  const { bars, daysEach } = layOutDays(days, { from: firstMs, to: lastMs });
  const most = Math.max(...bars.map(({ granted, denied }) => granted + denied));
  const busiest = bars.find(({ granted, denied }) => granted + denied === most);
  const every = daysEach === 1 ? "By day" : `By ${daysEach} days`;
  return (
    <Card title={`${every} (UTC)`} aside={busiest && `at most ${formatCount(most)}, on ${dayWords(busiest)}`}>
      <svg
        role="img"
        aria-label={`${every}: ${barWords(bars)}`}
        viewBox={`0 0 ${bars.length * 10} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="block h-14 w-full border-b border-line"
      >
        {bars.map((bar, i) => (
          <DayBar key={bar.startMs} bar={bar} x={i * 10} most={most} />
        ))}
      </svg>
      <p className="mt-1 flex justify-between text-xs text-ink-3">
        <span>{formatDay(bars[0]?.startMs ?? firstMs)}</span>
        <span className="flex gap-x-3">
          <span>
            <span aria-hidden="true" className="mr-1 inline-block size-2 bg-granted-bar" />
            granted
          </span>
          <span>
            <span aria-hidden="true" className="mr-1 inline-block size-2 bg-denied-bar" />
            denied
          </span>
        </span>
        <span>{formatDay(lastMs)}</span>
      </p>
    </Card>
  );
}

function DayBar({ bar, x, most }: { bar: Bar; x: number; most: number }) {
  const { granted, denied } = bar;
  // What happened at all is seen, be it ever so little.
  const heightOf = (n: number) => (n === 0 ? 0 : Math.max(1.5, (n / most) * (HEIGHT - 2)));
  const [low, high] = [heightOf(granted), heightOf(denied)];
  return (
    <g>
      <title>{`${dayWords(bar)}: ${formatCount(granted)} granted, ${formatCount(denied)} denied`}</title>
      <rect x={x} width={10} y={0} height={HEIGHT} className="fill-transparent" />
      <rect x={x + 1} width={8} y={HEIGHT - low} height={low} className="fill-granted-bar" />
      <rect x={x + 1} width={8} y={HEIGHT - low - high} height={high} className="fill-denied-bar" />
    </g>
  );
}

function dayWords({ startMs, endMs }: Bar): string {
  const last = endMs - 1;
  return formatDay(startMs) === formatDay(last)
    ? formatDay(startMs)
    : `${formatDay(startMs)} – ${formatDay(last)}`;
}

const MOST_DESCRIBED = 31;

function barWords(bars: readonly Bar[]): string {
  const some = bars.filter(({ granted, denied }) => granted + denied > 0);
  const words = some
    .slice(-MOST_DESCRIBED)
    .map((bar) => `${dayWords(bar)} ${formatCount(bar.granted)} granted, ${formatCount(bar.denied)} denied`);
  return `${some.length > MOST_DESCRIBED ? "the latest, " : ""}${words.join("; ")}`;
}
