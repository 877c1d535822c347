import { TimeStrip } from "@/components/ui/time-strip";
import type { CoverageGap } from "@/lib/domain/summarize/coverage/coverage-gaps";
import { DAY_MS } from "@/lib/domain/time/durations";
import { formatDay } from "@/lib/domain/time/format-time";
import type { TimeRange } from "@/lib/domain/time/time-range";
import { stripWords, toMarks } from "./gap-looks";

/** A label further right would not fit. */
const LAST_LABEL_PERCENT = 94;

/** The last 14 days of a source, with its days below. */
export function SourceTimeline({ range, gaps }: { range: TimeRange; gaps: readonly CoverageGap[] }) {
  const { from, to } = range;
  const firstDay = Math.ceil(from / DAY_MS) * DAY_MS;
  const days = Array.from(
    { length: Math.floor((to - firstDay) / DAY_MS) + 1 },
    (_, i) => firstDay + i * DAY_MS,
  );
  return (
    <div>
      <TimeStrip
        {...range}
        marks={toMarks(gaps)}
        label={stripWords("Last 14 days", gaps, range)}
        height={18}
      />
      <svg aria-hidden="true" width="100%" height="16" className="block">
        {days.map((day, i) => {
          const percent = ((day - from) / (to - from)) * 100;
          const x = `${percent.toFixed(3)}%`;
          return (
            <g key={day}>
              <line x1={x} x2={x} y1="0" y2="4" className="stroke-line-strong" />
              {percent > LAST_LABEL_PERCENT ? null : (
                <text
                  x={x}
                  y="14"
                  className={`fill-ink-3 font-mono text-[0.625rem] ${i % 2 === 1 ? "max-lg:hidden" : ""} ${i % 4 === 0 ? "" : "max-sm:hidden"}`}
                >
                  {formatDay(day)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
}
