import { type FormEvent, useState } from "react";
import { CONTROL } from "@/components/ui/control-class";
import type { TimeRange } from "@/lib/domain/time/time-range";
import { parseInstantText, printInstantText } from "@/lib/search-params/instant-text";

/** From one instant to another, in UTC whatever the browser's zone. */
export function AbsoluteRangeForm({
  range,
  onApply,
}: {
  range: TimeRange;
  onApply: (range: TimeRange) => void;
}) {
  const [problem, setProblem] = useState<string | null>(null);
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const from = parseInstantText(`${data.get("from")}Z`);
    const to = parseInstantText(`${data.get("to")}Z`);
    if (from === null || to === null) setProblem("Both ends need a date and a time.");
    else if (from >= to) setProblem("The range must start before it ends.");
    else onApply({ from, to });
  }
  return (
    <form className="grid gap-2 border-t border-line pt-3" onSubmit={submit} noValidate>
      <div className="grid gap-2 sm:grid-cols-2">
        <InstantField name="from" label="From (UTC)" ms={range.from} />
        <InstantField name="to" label="To (UTC)" ms={range.to} />
      </div>
      <p role="alert" className="text-denied empty:hidden">
        {problem}
      </p>
      <button type="submit" className={`${CONTROL} justify-center`}>
        Apply
      </button>
    </form>
  );
}

function InstantField({ name, label, ms }: { name: string; label: string; ms: number }) {
  return (
    <label className="grid gap-0.5 text-xs text-ink-2">
      {label}
      <input
        type="datetime-local"
        step="1"
        name={name}
        defaultValue={printInstantText(ms).slice(0, 19)}
        className="min-w-0 rounded-md border border-line bg-surface px-1.5 py-1 font-mono text-xs text-ink"
      />
    </label>
  );
}
