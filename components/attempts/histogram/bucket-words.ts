import { describeGaps, gapsWithin } from "@/components/shell/gap-words";
import { formatCount } from "@/components/ui/format-count";
import type { Histogram } from "@/lib/domain/summarize/attempts/attempt-counts";
import type { ZonedFormat } from "@/lib/domain/time/zoned-format";

/** What one bar says. */
export interface BucketWords {
  /** `25 Nov 10:00 – 11:00 UTC` */
  readonly span: string;
  readonly denied: string;
  readonly granted: string;
  /** Nothing was seen, and not all was read: that is not zero. */
  readonly unknown: boolean;
  /** What of it is not known; empty = all was read. */
  readonly missing: string;
}

export function bucketWords(
  { startMs, denied, granted }: Histogram["buckets"][number],
  { bucketMs, gaps }: Pick<Histogram, "bucketMs" | "gaps">,
  format: ZonedFormat,
): BucketWords {
  const missing = describeGaps(gapsWithin(gaps, { from: startMs, to: startMs + bucketMs }));
  return {
    span: bucketSpan(startMs, bucketMs, format),
    denied: `${formatCount(denied)} denied`,
    granted: `${formatCount(granted)} granted`,
    unknown: missing !== "" && denied + granted === 0,
    missing,
  };
}

/** The same in one line, for a screen reader. */
export function bucketLabel({ span, denied, granted, unknown, missing }: BucketWords): string {
  const counts = unknown ? "nothing is known" : `${denied}, ${granted}`;
  return missing === "" ? `${span}: ${counts}` : `${span}: ${counts}. ${missing}`;
}

function bucketSpan(startMs: number, bucketMs: number, { day, clock, span, name }: ZonedFormat): string {
  const endMs = startMs + bucketMs;
  const words =
    bucketMs >= 60_000
      ? span({ from: startMs, to: endMs })
      : `${day(startMs)} ${clock(startMs)} – ${clock(endMs)}`;
  return `${words} ${name(startMs)}`;
}
