import { CONTROL } from "@/components/ui/control-class";
import { TextField } from "@/components/ui/text-field";
import { toVisibleString } from "@/components/ui/visible-text";
import { describeRelativeRange, RANGE_PRESETS } from "@/lib/search-params/relative-range";

const LABEL = "grid max-w-full grid-cols-[minmax(0,1fr)] gap-0.5 text-xs text-ink-2";

interface ClusterFieldProps {
  readonly clusters: readonly string[];
  /** null = none. */
  readonly chosen: string | null;
  /** What no cluster means; absent = one has to be chosen. */
  readonly any?: string;
}

/** Which cluster. One that is given and not known is offered too. */
export function ClusterField({ clusters, chosen, any }: ClusterFieldProps) {
  const unknown = chosen === null || clusters.includes(chosen) ? [] : [chosen];
  return (
    <label className={`${LABEL} w-56`}>
      Cluster
      <select name="cluster" defaultValue={chosen ?? ""} className={`${CONTROL} w-full`}>
        <option value="">{any ?? "Choose one"}</option>
        {[...unknown, ...clusters].map((name) => (
          <option key={name} value={name}>
            {toVisibleString(name)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A range up to now, or the absolute times that the address gives. `fallback` is meant where none is given. */
export function TimeFields({ params, fallback }: { params: URLSearchParams; fallback: string }) {
  if (params.has("from") || params.has("to")) {
    return (
      <>
        <TextField label="From (UTC)" name="from" value={params.get("from") ?? ""} placeholder={EXAMPLE} />
        <TextField label="To (UTC)" name="to" value={params.get("to") ?? ""} placeholder="now" />
      </>
    );
  }
  const range = params.get("range") ?? fallback;
  const presets: readonly string[] = RANGE_PRESETS;
  const offered = presets.includes(range) ? presets : [range, ...presets];
  return (
    <label className={`${LABEL} w-36`}>
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

const EXAMPLE = "2026-11-23T09:30:00Z";
