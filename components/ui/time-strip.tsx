import { useId } from "react";

/** How a stretch of a strip looks; each differs by pattern, not only by colour. */
export type StripLook = "empty" | "hatched" | "crossed" | "dotted";

interface TimeStripProps {
  readonly from: number;
  readonly to: number;
  readonly marks: readonly { readonly from: number; readonly to: number; readonly look: StripLook }[];
  /** What it shows, in words. */
  readonly label: string;
  readonly height?: number;
}

/** A short mark must still be seen. */
const NARROWEST_PERCENT = 0.8;

/** A stretch of time as a bar; what is marked stands out from it. Widths are SVG attributes: the content policy blocks styles. */
export function TimeStrip({ from, to, marks, label, height = 10 }: TimeStripProps) {
  const id = useId();
  return (
    <svg
      role="img"
      aria-label={label}
      width="100%"
      height={height}
      className="block overflow-hidden rounded-xs"
    >
      <Patterns id={id} />
      <rect width="100%" height="100%" className="fill-granted-bar" />
      {marks.map((mark) => {
        const start = toPercent(mark.from, from, to);
        const width = Math.max(NARROWEST_PERCENT, toPercent(mark.to, from, to) - start);
        const x = `${Math.min(start, 100 - width)}%`;
        return (
          <g key={`${mark.from} ${mark.look}`}>
            <rect x={x} width={`${width}%`} height="100%" className="fill-surface" />
            <rect x={x} width={`${width}%`} height="100%" fill={`url(#${id}${mark.look})`} />
          </g>
        );
      })}
    </svg>
  );
}

function Patterns({ id }: { id: string }) {
  const tile = { width: 6, height: 6, patternUnits: "userSpaceOnUse" } as const;
  return (
    <defs>
      <pattern id={`${id}empty`} {...tile}>
        <rect width="6" height="6" className="fill-bar" />
      </pattern>
      <pattern id={`${id}hatched`} {...tile} patternTransform="rotate(45)">
        <rect width="6" height="6" className="fill-denied-soft" />
        <rect width="2" height="6" className="fill-denied" />
      </pattern>
      <pattern id={`${id}crossed`} {...tile} patternTransform="rotate(-45)">
        <rect width="6" height="6" className="fill-bar" />
        <rect width="1.5" height="6" className="fill-line-strong" />
      </pattern>
      <pattern id={`${id}dotted`} {...tile}>
        <rect width="6" height="6" className="fill-open-soft" />
        <circle cx="3" cy="3" r="1.4" className="fill-open" />
      </pattern>
    </defs>
  );
}

function toPercent(ms: number, from: number, to: number): number {
  return Math.round(Math.min(1, Math.max(0, (ms - from) / (to - from))) * 100_000) / 1000;
}
