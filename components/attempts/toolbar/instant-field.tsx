import { useZonedFormat } from "@/components/settings/use-zoned-format";
import { instantOf, offsetOf, UTC, type Zone } from "@/lib/domain/time/zone";
import { parseInstantText, printInstantText } from "@/lib/search-params/parameters/instant-text";

interface InstantFieldProps {
  readonly name: string;
  readonly label: string;
  /** What it starts with; null = nothing. */
  readonly ms: number | null;
}

/** A time by the clock that the reader chose. Typed, since a browser's own picker shows its own zone and twelve hours. */
export function InstantField({ name, label, ms }: InstantFieldProps) {
  const { zone } = useZonedFormat();
  const shown =
    ms === null
      ? ""
      : printInstantText(ms + offsetOf(zone, ms))
          .slice(0, 19)
          .replace("T", " ");
  return (
    <label className="grid gap-0.5 text-xs text-ink-2">
      {label} ({zone === UTC ? UTC : "local"})
      <input
        name={name}
        autoComplete="off"
        spellCheck={false}
        defaultValue={shown}
        className="min-w-0 rounded-md border border-line bg-surface px-2 py-1 font-mono text-xs text-ink"
      />
    </label>
  );
}

/** `2026-11-23 09:30:00`, seconds and time optional, a T allowed, by a zone's clock; with a Z by UTC's. */
export function readInstant(value: FormDataEntryValue | null, zone: Zone): number | null {
  const text = String(value).trim().replace(" ", "T");
  if (text.endsWith("Z")) return parseInstantText(text);
  const wallMs = parseInstantText(text.includes("T") ? `${text}Z` : text);
  return wallMs === null ? null : Math.max(0, instantOf(zone, wallMs));
}
