import { DAY_MS, HOUR_MS } from "@/lib/domain/time/durations";
import type { TimeRange } from "@/lib/domain/time/time-range";
import { MOST_ROWS, type QueryAnswer } from "./run-query";

/** Where a reading by queries stands, as text that outlives a restart. */
export interface WindowCursor {
  /** End of the next window, not included. */
  readonly to: number;
  /** Its length. */
  readonly spanMs: number;
  /** Up to here everything from `to` on is read. */
  readonly top: number;
  /** Whether there were lines so far. */
  readonly found: boolean;
}

const FIRST_SPAN_MS = HOUR_MS;
const LONGEST_SPAN_MS = DAY_MS;
/** Queries are billed by what they scan: one does not scan much more than this before the next is made smaller. */
const MOST_SCANNED_BYTES = 1024 ** 3;
const FEW_ROWS = MOST_ROWS / 4;

export function readWindowCursor(text: string | null, range: TimeRange): WindowCursor {
  const first = {
    to: range.to,
    spanMs: Math.min(FIRST_SPAN_MS, range.to - range.from),
    top: range.to,
    found: false,
  };
  if (text === null) return first;
  try {
    const { to, spanMs, top, found } = JSON.parse(text) as WindowCursor;
    const isWhole = [to, spanMs, top].every(Number.isFinite) && spanMs > 0;
    return isWhole ? { to, spanMs, top, found: found === true } : first;
  } catch {
    return first;
  }
}

export function writeWindowCursor(cursor: WindowCursor): string {
  return JSON.stringify(cursor);
}

/** Longer where there are few rows, shorter where a query scans much. */
export function nextSpan(spanMs: number, { rows, bytesScanned }: QueryAnswer): number {
  if (bytesScanned > MOST_SCANNED_BYTES) return Math.max(60_000, Math.floor(spanMs / 2));
  const isSparse = rows.length < FEW_ROWS && bytesScanned < MOST_SCANNED_BYTES / 4;
  return isSparse ? Math.min(LONGEST_SPAN_MS, spanMs * 2) : spanMs;
}
