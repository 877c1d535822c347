import {
  problemInOneLine,
  type SourceKept,
  type SourceProblem,
} from "@/lib/domain/summarize/coverage/coverage-report";
import { DAY_MS } from "@/lib/domain/time/durations";
import type { EpochMs, TimeRange } from "@/lib/domain/time/time-range";
import { formatMinute, formatStamp } from "@/lib/domain/time/format-time";

/** CloudWatch shows most lines within a few minutes (facts: AWS §2.1). */
const DELIVERY_MS = 10 * 60_000;

interface Read {
  readonly range: TimeRange;
  /** When the reading ended. */
  readonly nowMs: EpochMs;
  readonly kept: SourceKept | null;
  readonly isByQuery: boolean;
  readonly notice: SourceProblem | null;
  /** Where it ended before its time; null = it was read to the end. */
  readonly cutAtMs: EpochMs | null;
}

/** What an answer leaves open, in sentences: nothing that is missing is to look as if it had not been done. */
export function whatIsNotTold({ range, nowMs, kept, isByQuery, notice, cutAtMs }: Read): string[] {
  const notes: string[] = [];
  if (cutAtMs !== null)
    notes.push(
      `It was read from the newest down to ${formatStamp(cutAtMs)} and no further: choose a shorter time to see what was before.`,
    );
  if (kept !== null && kept.days !== null && range.from < nowMs - kept.days * DAY_MS)
    notes.push(
      `The log group keeps its lines for ${kept.days} ${kept.days === 1 ? "day" : "days"}: of before ${formatMinute(nowMs - kept.days * DAY_MS)} nothing can be told.`,
    );
  if (range.to > nowMs - DELIVERY_MS)
    notes.push("What was done in the last minutes may not be in the log yet.");
  if (isByQuery)
    notes.push(
      "The log group is of class Infrequent Access: it was read by a query, which AWS bills by what it scans.",
    );
  if (notice !== null) notes.push(problemInOneLine(notice));
  return notes;
}
