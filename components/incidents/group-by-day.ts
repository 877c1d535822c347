import type { ZonedFormat } from "@/lib/domain/time/zoned-format";

interface DayGroup<T> {
  /** `23 Nov 2026`. */
  readonly day: string;
  readonly entries: readonly T[];
}

/** What follows one another in time, by the days of the reader's clock. */
export function groupByDay<T extends { readonly timeMs: number }>(
  entries: readonly T[],
  zoned: ZonedFormat,
): DayGroup<T>[] {
  const groups: { day: string; entries: T[] }[] = [];
  for (const entry of entries) {
    const day = `${zoned.day(entry.timeMs)} ${zoned.minute(entry.timeMs).slice(0, 4)}`;
    const last = groups.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else groups.push({ day, entries: [entry] });
  }
  return groups;
}
