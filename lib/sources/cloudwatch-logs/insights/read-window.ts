import type { SourceProblem } from "@/lib/domain/summarize/coverage/coverage-report";
import { parseInstant } from "@/lib/domain/time/parse-instant";
import type { TimeRange } from "@/lib/domain/time/time-range";
import type { SourceRecord } from "@/lib/ports/event-source";
import { type LogPage, type LogPlace, withoutLineEnd } from "../log-place";
import { MOST_ROWS, type QueryAnswer, runQuery } from "./run-query";
import { nextSpan, readWindowCursor, type WindowCursor, writeWindowCursor } from "./window-cursor";

const SECOND = 1000;
const AFTER_CROWD_MS = 60_000;

/**
 * The next window of a group of class Infrequent Access by a Logs Insights query, newest first. Rows have neither
 * AWS's ids nor an order within a millisecond. Where a window has more rows than a query gives, the rest is read by
 * smaller ones; a second that has more is said to be, and left.
 */
export async function readWindow(
  place: LogPlace,
  range: TimeRange,
  cursorText: string | null,
  signal: AbortSignal,
): Promise<LogPage> {
  const cursor = readWindowCursor(cursorText, range);
  const from = Math.max(range.from, windowStart(cursor));
  const window = { from, to: cursor.to };
  const answer = await runQuery(place, window, signal);
  const records = answer.rows.map(toRecord).filter(({ timeMs }) => timeMs >= from && timeMs < cursor.to);
  const found = cursor.found || records.length > 0;
  const isFull = answer.rows.length >= MOST_ROWS;
  if (!isFull && !answer.timedOut) return wholeWindow(range, { cursor, from, answer, records, found });
  if (isWithinOneSecond(window)) return leaveSecond(place, range, { from, records, found });
  const readDownTo = isFull ? oldestOf(answer, cursor.to) : cursor.to;
  const spanMs = shorter(cursor.spanMs, isFull ? cursor.to - readDownTo : cursor.spanMs);
  const next = { to: readDownTo, spanMs, top: cursor.top, found };
  const complete = next.to < cursor.top ? { from: next.to, to: cursor.top } : null;
  return { records, complete, found, cursor: writeWindowCursor(next) };
}

/** On a whole second, since queries ask for these; the shortest window is one. */
function windowStart({ to, spanMs }: WindowCursor): number {
  const from = spanMs <= SECOND ? to - 1 : to - spanMs;
  return Math.floor(from / SECOND) * SECOND;
}

interface Read {
  readonly cursor: WindowCursor;
  readonly from: number;
  readonly records: readonly SourceRecord[];
  readonly found: boolean;
}

function wholeWindow(
  range: TimeRange,
  { cursor, from, answer, records, found }: Read & { answer: QueryAnswer },
): LogPage {
  const complete = { from, to: cursor.top };
  if (from <= range.from) return { records, complete, found, cursor: null };
  const spanMs = nextSpan(cursor.spanMs, answer);
  return {
    records,
    complete,
    found,
    cursor: writeWindowCursor({ to: from, spanMs, top: cursor.top, found }),
  };
}

/** What is above the second is complete; the reading goes on below it. */
function leaveSecond(
  place: LogPlace,
  range: TimeRange,
  { from, records, found }: Omit<Read, "cursor">,
): LogPage {
  const notice = tooManyInASecond(place.group, from);
  const next = writeWindowCursor({ to: from, spanMs: AFTER_CROWD_MS, top: from, found });
  return { records, complete: null, found, notice, cursor: from <= range.from ? null : next };
}

function isWithinOneSecond({ from, to }: TimeRange): boolean {
  return Math.floor(from / SECOND) === Math.floor((to - 1) / SECOND);
}

/** Half as long, or as long as what the rows of a full answer cover, if that is less. */
function shorter(spanMs: number, coveredMs: number): number {
  return Math.max(SECOND, Math.min(Math.floor(spanMs / 2), coveredMs));
}

/** Others of the oldest row's millisecond may not be among the rows. */
function oldestOf({ rows }: QueryAnswer, to: number): number {
  return rows.map(toRecord).reduce((min, { timeMs }) => Math.min(min, timeMs + 1), to);
}

/** `@timestamp` is `2023-07-31 01:58:12.101`, in UTC (facts: AWS §2.5). */
function toRecord(row: Readonly<Record<string, string>>): SourceRecord {
  const instant = (row["@timestamp"] ?? "").replace(" ", "T");
  return {
    stream: row["@logStream"] ?? "",
    timeMs: parseInstant(`${instant}Z`) ?? 0,
    text: withoutLineEnd(row["@message"] ?? ""),
    eventId: null,
  };
}

function tooManyInASecond(group: string, secondMs: number): SourceProblem {
  return {
    code: "too-many-at-once",
    message: `${group} has more than ${MOST_ROWS} lines in the second from ${new Date(secondMs).toISOString()}; a query gives no more, so some of them are missing.`,
    remedy: "Nothing can be done for that second; a log group of class Standard has no such limit.",
    permission: null,
  };
}
