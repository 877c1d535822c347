import { parseInstantText, printInstantText } from "@/lib/search-params/instant-text";

interface InstantFieldProps {
  readonly name: string;
  readonly label: string;
  /** What it starts with; null = nothing. */
  readonly ms: number | null;
}

/** A time in UTC. Typed, since a browser's own picker shows its own zone and twelve hours. */
export function InstantField({ name, label, ms }: InstantFieldProps) {
  return (
    <label className="grid gap-0.5 text-xs text-ink-2">
      {label}
      <input
        name={name}
        autoComplete="off"
        spellCheck={false}
        defaultValue={ms === null ? "" : printInstantText(ms).slice(0, 19).replace("T", " ")}
        className="min-w-0 rounded-md border border-line bg-surface px-2 py-1 font-mono text-xs text-ink"
      />
    </label>
  );
}

/** `2026-11-23 09:30:00`, seconds and time optional, a T or Z allowed. */
export function readInstant(value: FormDataEntryValue | null): number | null {
  const text = String(value).trim().replace(" ", "T");
  return parseInstantText(text.includes("T") && !text.endsWith("Z") ? `${text}Z` : text);
}
