import { useId } from "react";
import { type HistogramLayout, PLOT_HEIGHT } from "./histogram-layout";

const AXIS_HEIGHT = 16;

/** The drawing alone; what it says is in the buttons over it and in the table. */
export function HistogramPlot({ layout }: { layout: HistogramLayout }) {
  const hatch = useId();
  return (
    <svg aria-hidden="true" width="100%" height={PLOT_HEIGHT + AXIS_HEIGHT} className="block">
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="2" height="6" className="fill-line-strong opacity-40" />
        </pattern>
      </defs>
      {layout.gaps.map(({ x, width }) => (
        <rect key={x} x={`${x}%`} width={`${width}%`} y="0" height={PLOT_HEIGHT} fill={`url(#${hatch})`} />
      ))}
      {layout.bars.map((bar) => (
        <HistogramBar key={bar.startMs} bar={bar} />
      ))}
      <line x1="0" x2="100%" y1={PLOT_HEIGHT} y2={PLOT_HEIGHT} className="stroke-line" />
      {layout.ticks.map(({ x, label }, i) => (
        <text
          key={x}
          x={`${x}%`}
          y={PLOT_HEIGHT + 12}
          className={`fill-ink-3 font-mono text-[0.625rem] ${i % 2 === 1 ? "max-sm:hidden" : ""}`}
        >
          {label}
        </text>
      ))}
    </svg>
  );
}

/** Denials stand on top of what was granted. */
function HistogramBar({ bar }: { bar: HistogramLayout["bars"][number] }) {
  const x = `${bar.x}%`;
  const width = `${Math.max(0, bar.width)}%`;
  const top = Math.max(0, PLOT_HEIGHT - bar.grantedHeight);
  const deniedHeight = Math.min(bar.deniedHeight, PLOT_HEIGHT);
  return (
    <>
      {bar.grantedHeight > 0 ? (
        <rect x={x} width={width} y={top} height={bar.grantedHeight} className="fill-granted-bar" />
      ) : null}
      {deniedHeight > 0 ? (
        <rect
          x={x}
          width={width}
          y={Math.max(0, top - deniedHeight)}
          height={deniedHeight}
          className="fill-denied-bar"
        />
      ) : null}
    </>
  );
}
