import { type FormEvent, useState } from "react";
import { CONTROL } from "@/components/ui/control-class";
import type { TimeRange } from "@/lib/domain/time/time-range";
import { parseInstantText, printInstantText } from "@/lib/search-params/instant-text";

interface AbsoluteRangeFormProps {
  readonly range: TimeRange;
  readonly onApply: (range: TimeRange) => void;
}

/** From one instant to another. Typed, since a browser's own picker shows its own zone and twelve hours. */
export function AbsoluteRangeForm({ range, onApply }: AbsoluteRangeFormProps) {
  const [problem, setProblem] = useState<string | null>(null);
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const from = readInstant(data.get("from"));
    const to = readInstant(data.get("to"));
    if (from === null || to === null)
      setProblem("Write both ends like 2026-11-23 09:30:00, or a date alone.");
    else if (from >= to) setProblem("The range must start before it ends.");
    else onApply({ from, to });
  }
  return (
    <form className="grid gap-2 border-t border-line pt-3" onSubmit={submit}>
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
        name={name}
        autoComplete="off"
        spellCheck={false}
        defaultValue={printInstantText(ms).slice(0, 19).replace("T", " ")}
        className="min-w-0 rounded-md border border-line bg-surface px-2 py-1 font-mono text-xs text-ink"
      />
    </label>
  );
}

/** `2026-11-23 09:30:00`, seconds and time optional, a T or Z allowed. */
function readInstant(value: FormDataEntryValue | null): number | null {
  const text = String(value).trim().replace(" ", "T");
  return parseInstantText(text.includes("T") && !text.endsWith("Z") ? `${text}Z` : text);
}
