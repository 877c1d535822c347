import { formatCount } from "@/components/ui/format-count";
import { formatSpan } from "@/components/ui/format-time";
import type { Histogram } from "@/lib/domain/summarize/attempt-counts";

/** The histogram in numbers, for whoever cannot or will not read bars. Times without attempts are left out. */
export function HistogramTable({ histogram }: { histogram: Histogram }) {
  const { buckets, bucketMs, unread } = histogram;
  const filled = buckets.filter(({ granted, denied }) => granted + denied > 0);
  return (
    <section aria-label="Attempts over time, as a table" className="py-2">
      <table className="w-full max-w-xl text-left">
        <thead className="text-xs text-ink-2">
          <tr>
            <th className="font-medium">Time (UTC)</th>
            <th className="text-right font-medium">Denied</th>
            <th className="text-right font-medium">Granted</th>
          </tr>
        </thead>
        <tbody className="font-mono text-xs">
          {filled.map(({ startMs, granted, denied }) => (
            <tr key={startMs} className="border-t border-line">
              <td>{formatSpan(startMs, startMs + bucketMs)}</td>
              <td className="text-right">{formatCount(denied)}</td>
              <td className="text-right">{formatCount(granted)}</td>
            </tr>
          ))}
          {unread.map(({ from, to }) => (
            <tr key={`unread ${from}`} className="border-t border-line text-open">
              <td>{formatSpan(from, to)}</td>
              <td colSpan={2} className="text-right font-sans">
                not everything was read
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
