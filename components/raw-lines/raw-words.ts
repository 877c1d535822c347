import { formatCount, formatPlural } from "@/components/ui/format-count";
import type { RawPage, Scanned } from "@/lib/domain/summarize/raw-search";
import { formatMoment } from "@/lib/domain/time/format-time";

/** What was gone through for all pages together; null = there is no page. */
export function sumScanned(pages: readonly RawPage[]): Scanned | null {
  const [first] = pages;
  const last = pages.at(-1);
  if (first === undefined || last === undefined) return null;
  const sum = (read: (scanned: Scanned) => number) =>
    pages.reduce((total, { scanned }) => total + read(scanned), 0);
  return {
    records: sum(({ records }) => records),
    bytes: sum(({ bytes }) => bytes),
    unreadable: sum(({ unreadable }) => unreadable),
    from: last.scanned.from,
    to: first.scanned.to,
    complete: last.scanned.complete,
  };
}

/** How many lines there are, as far as is known. */
export function describeFound(lines: number, { complete }: Scanned): string {
  if (!complete) return `The newest ${formatPlural(lines, "line")}; older ones may follow.`;
  return lines === 0 ? "No line holds it." : `${formatPlural(lines, "line")}.`;
}

/** What was gone through, and what could not be. */
export function describeScanned({ records, bytes, from, to, unreadable }: Scanned): string {
  const span = `${formatMoment(from)} to ${formatMoment(to)} UTC`;
  const read = `Went through ${formatPlural(records, "record")} (${megabytes(bytes)}) for ${span}.`;
  if (unreadable === 0) return read;
  return `${read} ${formatCount(unreadable)} of them could not be read: their file is missing or damaged.`;
}

function megabytes(bytes: number): string {
  return bytes < 100_000 ? `${formatCount(Math.ceil(bytes / 1000))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
