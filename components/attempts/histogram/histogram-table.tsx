import { UTC } from "@/lib/domain/time/zone";
import { useZonedFormat } from "@/components/settings/use-zoned-format";
import { describeGaps, gapsWithin } from "@/components/shell/gap-words";
import { formatCount } from "@/components/ui/format-count";
import type { Histogram } from "@/lib/domain/summarize/attempts/attempt-counts";

/**
 * The histogram in numbers, for whoever cannot or will not read bars. Times without attempts are left out where all was
 * read; the others say what is missing.
 */
export function HistogramTable({ histogram }: { histogram: Histogram }) {
  const { zone, span } = useZonedFormat();
  const { bucketMs, gaps } = histogram;
  const rows = histogram.buckets
    .map((bucket) => ({
      ...bucket,
      missing: describeGaps(gapsWithin(gaps, { from: bucket.startMs, to: bucket.startMs + bucketMs })),
    }))
    .filter(({ granted, denied, missing }) => granted + denied > 0 || missing !== "");
  return (
    <section aria-label="Attempts over time, as a table" className="py-2">
      <table className="w-full max-w-2xl text-left">
        <thead className="text-xs text-ink-2">
          <tr>
            <th className="font-medium">Time ({zone === UTC ? UTC : "local"})</th>
            <th className="text-right font-medium">Denied</th>
            <th className="text-right font-medium">Granted</th>
            <th className="pl-4 font-medium">Not known</th>
          </tr>
        </thead>
        <tbody className="font-mono text-xs">
          {rows.map(({ startMs, granted, denied, missing }) => (
            <tr key={startMs} className="border-t border-line">
              <td>{span({ from: startMs, to: startMs + bucketMs })}</td>
              <td className="text-right">{countOrUnknown(denied, missing)}</td>
              <td className="text-right">{countOrUnknown(granted, missing)}</td>
              <td className="pl-4 font-sans text-open">{missing}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Nothing seen where something is missing is not zero. */
function countOrUnknown(count: number, missing: string): string {
  return count === 0 && missing !== "" ? "?" : formatCount(count);
}
