import { FilterLogEventsCommand, type FilterLogEventsCommandOutput } from "@aws-sdk/client-cloudwatch-logs";
import { HOUR_MS } from "@/lib/domain/time/durations";
import type { TimeRange } from "@/lib/domain/time/time-range";
import type { SourceRecord } from "@/lib/ports/event-source";
import { nextCursor, type PageCursor, readCursor, withoutToken, writeCursor } from "../aws/page-cursor";
import { type LogPage, type LogPlace, withoutLineEnd } from "./log-place";

/** FilterLogEvents goes newest first only from here on (facts: AWS §2.2). */
export const NEWEST_FIRST_SINCE = Date.UTC(2024, 0, 1);

/** A long reading begins with a small page, so that there is something to see at once. */
const FIRST_PAGE = 500;
const LONG_MS = HOUR_MS;

/** One page of a group's lines, newest first. Throws what AWS answers. */
export async function filterLogEvents(
  place: LogPlace,
  range: TimeRange,
  cursorText: string | null,
  signal: AbortSignal,
): Promise<LogPage> {
  const limit = cursorText === null && range.to - range.from > LONG_MS ? FIRST_PAGE : null;
  const cursor = readCursor(cursorText, range);
  const send = (at: PageCursor): Promise<FilterLogEventsCommandOutput> => {
    const request = createRequest(place, range, { cursor: at, limit });
    const budget = place.budgetOf("logs:FilterLogEvents");
    return budget.send(() => place.client.send(request, { abortSignal: signal }), { signal });
  };
  const output = await send(cursor).catch(recoverFrom(cursor, send));
  const page = toPage(range, cursor, output);
  const next = page.next === null || limit === null ? page.next : withoutToken(page.next);
  const found = page.records.length > 0 || cursor.readDownTo < range.to;
  return { records: page.records, complete: page.complete, found, cursor: next && writeCursor(next) };
}

function createRequest(
  { group, streamPrefix, only }: LogPlace,
  range: TimeRange,
  { cursor, limit }: { readonly cursor: PageCursor; readonly limit: number | null },
): FilterLogEventsCommand {
  return new FilterLogEventsCommand({
    logGroupName: group,
    logStreamNamePrefix: streamPrefix,
    startTime: range.from,
    // AWS includes the end.
    endTime: cursor.to - 1,
    startFromHead: false,
    ...(only === null ? {} : { filterPattern: only.pattern }),
    ...(limit === null ? {} : { limit }),
    ...(cursor.token === null ? {} : { nextToken: cursor.token }),
  });
}

/** A token that AWS no longer takes is dropped; the stretch since the last complete point is read again. */
function recoverFrom(
  cursor: PageCursor,
  send: (cursor: PageCursor) => Promise<FilterLogEventsCommandOutput>,
) {
  return (error: unknown) => {
    const isLost = cursor.token !== null && (error as Error).name === "InvalidParameterException";
    if (!isLost) throw error;
    return send(withoutToken(cursor));
  };
}

function toPage(range: TimeRange, cursor: PageCursor, output: FilterLogEventsCommandOutput) {
  const records: SourceRecord[] = (output.events ?? []).map((event) => ({
    stream: event.logStreamName ?? "",
    timeMs: event.timestamp ?? 0,
    text: withoutLineEnd(event.message ?? ""),
    eventId: event.eventId ?? null,
  }));
  if (output.nextToken === undefined) return { records, next: null, complete: range };
  // Events of the oldest millisecond may go on on the next page.
  const oldest = records.reduce((min, { timeMs }) => Math.min(min, timeMs + 1), cursor.readDownTo);
  const complete = oldest < range.to ? { from: oldest, to: range.to } : null;
  return { records, complete, next: nextCursor(cursor, output.nextToken, oldest) };
}
