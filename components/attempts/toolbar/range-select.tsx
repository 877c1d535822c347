import { CONTROL } from "@/components/ui/control-class";
import { describeRelativeRange, RANGE_PRESETS } from "@/lib/search-params/parameters/relative-range";

interface RangeSelectProps {
  /** As the address has it; one that is not offered otherwise is offered too. */
  readonly range: string;
  /** Of the field with its label. */
  readonly className: string;
}

/** A range up to now, as a field of a plain form. */
export function RangeSelect({ range, className }: RangeSelectProps) {
  const presets: readonly string[] = RANGE_PRESETS;
  const offered = presets.includes(range) ? presets : [range, ...presets];
  return (
    <label className={className}>
      Time
      <select name="range" defaultValue={range} className={`${CONTROL} w-full`}>
        {offered.map((preset) => (
          <option key={preset} value={preset}>
            {describeRelativeRange(preset)}
          </option>
        ))}
      </select>
    </label>
  );
}
