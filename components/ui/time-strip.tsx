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
      <Patterns id={id} looks={new Set(marks.map(({ look }) => look))} />
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

const TILE = { width: 6, height: 6, patternUnits: "userSpaceOnUse" } as const;

/** Those that are drawn: a list of many strips would be made of patterns. */
function Patterns({ id, looks }: { id: string; looks: ReadonlySet<StripLook> }) {
  if (looks.size === 0) return null;
  return (
    <defs>
      {looks.has("empty") ? (
        <pattern id={`${id}empty`} {...TILE}>
          <rect width="6" height="6" className="fill-bar" />
        </pattern>
      ) : null}
      {looks.has("hatched") ? (
        <pattern id={`${id}hatched`} {...TILE} patternTransform="rotate(45)">
          <rect width="6" height="6" className="fill-denied-soft" />
          <rect width="2" height="6" className="fill-denied" />
        </pattern>
      ) : null}
      {looks.has("crossed") ? (
        <pattern id={`${id}crossed`} {...TILE} patternTransform="rotate(-45)">
          <rect width="6" height="6" className="fill-bar" />
          <rect width="1.5" height="6" className="fill-line-strong" />
        </pattern>
      ) : null}
      {looks.has("dotted") ? (
        <pattern id={`${id}dotted`} {...TILE}>
          <rect width="6" height="6" className="fill-open-soft" />
          <circle cx="3" cy="3" r="1.4" className="fill-open" />
        </pattern>
      ) : null}
    </defs>
  );
}

function toPercent(ms: number, from: number, to: number): number {
  return Math.round(Math.min(1, Math.max(0, (ms - from) / (to - from))) * 100_000) / 1000;
}
