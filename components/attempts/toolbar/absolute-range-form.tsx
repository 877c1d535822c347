import { useSettings } from "@/components/settings/settings-provider";
import { type FormEvent, useState } from "react";
import { CONTROL } from "@/components/ui/control-class";
import type { TimeRange } from "@/lib/domain/time/time-range";
import { InstantField, readInstant } from "./instant-field";

interface AbsoluteRangeFormProps {
  readonly range: TimeRange;
  readonly onApply: (range: TimeRange) => void;
}

/** From one instant to another. */
export function AbsoluteRangeForm({ range, onApply }: AbsoluteRangeFormProps) {
  const { zone } = useSettings();
  const [problem, setProblem] = useState<string | null>(null);
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const from = readInstant(data.get("from"), zone);
    const to = readInstant(data.get("to"), zone);
    if (from === null || to === null)
      setProblem("Write both ends like 2026-11-23 09:30:00, or a date alone.");
    else if (from >= to) setProblem("The range must start before it ends.");
    else onApply({ from, to });
  }
  return (
    <form className="grid gap-2 border-t border-line pt-3" onSubmit={submit}>
      <div className="grid gap-2 sm:grid-cols-2">
        <InstantField name="from" label="From" ms={range.from} />
        <InstantField name="to" label="To" ms={range.to} />
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
