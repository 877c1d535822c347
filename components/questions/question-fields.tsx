import { CONTROL } from "@/components/ui/control-class";
import { RangeSelect } from "@/components/attempts/toolbar/range-select";
import { TextField } from "@/components/ui/text-field";
import { toVisibleString } from "@/components/ui/visible-text";

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
  return <RangeSelect range={params.get("range") ?? fallback} className={`${LABEL} w-36`} />;
}

const EXAMPLE = "2026-11-23T09:30:00Z";
