import { useZonedFormat } from "@/components/settings/use-zoned-format";
import { Popover } from "@/components/ui/popover";
import type { AttemptView } from "@/lib/search-params/attempts/attempt-view";
import { describeRelativeRange, RANGE_PRESETS } from "@/lib/search-params/parameters/relative-range";
import { toTimeRange } from "@/lib/search-params/attempts/view-range";
import { AbsoluteRangeForm } from "./absolute-range-form";
import type { ViewChange } from "../use-attempt-view";

interface RangePickerProps {
  readonly view: AttemptView;
  readonly nowMs: number;
  readonly changeView: ViewChange;
}

/** The time asked about: up to now, or from one instant to another. */
export function RangePicker({ view, nowMs, changeView }: RangePickerProps) {
  const range = toTimeRange(view, nowMs);
  const { span, name } = useZonedFormat();
  const relative = view.from === null && view.to === null;
  const words = relative ? describeRelativeRange(view.range) : `${span(range, nowMs)} ${name(range.to)}`;
  const label = (
    <>
      <span className="sr-only">Time range: </span>
      {words} <span aria-hidden="true">▾</span>
    </>
  );
  return (
    <Popover label={label}>
      {(close) => (
        <div className="grid w-96 max-w-full gap-4">
          <ul aria-label="Up to now" className="grid grid-cols-3 gap-1">
            {RANGE_PRESETS.map((preset) => (
              <li key={preset}>
                <button
                  type="button"
                  aria-pressed={relative && view.range === preset}
                  className="w-full rounded-md px-2 py-1 text-left sm:whitespace-nowrap hover:bg-sunken aria-pressed:bg-accent-soft aria-pressed:text-accent"
                  onClick={() => {
                    changeView((current) => ({ ...current, range: preset, from: null, to: null }));
                    close();
                  }}
                >
                  {describeRelativeRange(preset)}
                </button>
              </li>
            ))}
          </ul>
          <AbsoluteRangeForm
            range={range}
            onApply={({ from, to }) => {
              changeView((current) => ({ ...current, range: "24h", from, to }));
              close();
            }}
          />
        </div>
      )}
    </Popover>
  );
}
