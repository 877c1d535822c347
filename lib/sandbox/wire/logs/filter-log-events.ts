import { HOUR } from "../../world/calendar";
import type { WorldLine } from "../../world/world-day";
import { authorize } from "../authorize";
import { AwsError } from "../aws-error";
import type { Call } from "../cloud";
import { isEmptyPage } from "../empty-page";
import { readPageToken, writePageToken } from "../page-token";
import { type FilterRequest, readFilterRequest } from "./filter-request";
import { findLogGroup, type LogGroup, logGroupArn, readLogGroupName } from "./log-group";
import { keptRange, visibleLines } from "./visible-lines";

const PAGE_BYTES = 1_048_576;

/** After which line a listing goes on; null = from its beginning. */
interface Place {
  readonly after: readonly [timeMs: number, ingestedMs: number, eventId: string] | null;
  /** How many empty pages stood before this place. */
  readonly empties: number;
}

/**
 * Pages of at most `limit` events and 1 MB, by timestamp, ingestion and id; may be empty and still have a token
 * (facts: AWS §2.2). The token carries the direction; it expires after 24 hours.
 */
export function filterLogEvents(call: Call): unknown {
  const name = readLogGroupName(call);
  authorize(call, "logs:FilterLogEvents", `${logGroupArn(call, name)}:log-stream:`);
  const request = readFilterRequest(call);
  const group = findLogGroup(call, name);
  refuseInfrequentAccess(group);
  const place = readPlace(call);
  if (isEmptyPage({ place: place.after, empties: place.empties }, call.cloud.knobs.emptyPages))
    return answer([], tokenFor(call, { ...place, empties: place.empties + 1 }));
  const page = collectPage(call, { group, request, place });
  const last = page.lines.at(-1);
  const after = last === undefined ? place.after : keyOf(last);
  return answer(page.lines, page.more ? tokenFor(call, { after, empties: 0 }) : null);
}

function refuseInfrequentAccess(group: LogGroup): void {
  if (group.logClass === "STANDARD") return;
  const text = `The log group ${group.name} is of log-group-class INFREQUENT_ACCESS. FilterLogEvents is not supported for this log class.`;
  throw new AwsError("InvalidOperationException", text);
}

function readPlace(call: Call): Place {
  const { nextToken, ...parameters } = call.input;
  if (nextToken === undefined) return { after: null, empties: 0 };
  const mark = readPageToken(String(nextToken), parameters, call.cloud.now());
  if (mark === null) throw new AwsError("InvalidParameterException", "The specified nextToken is invalid.");
  return mark.place as Place;
}

function tokenFor(call: Call, place: Place): string {
  const { nextToken: _, ...parameters } = call.input;
  return writePageToken(parameters, place, call.cloud.now());
}

interface Search {
  readonly group: LogGroup;
  readonly request: FilterRequest;
  readonly place: Place;
}

/** Walks slot by slot in the direction asked, so that an early page does not read the whole range. */
function collectPage(call: Call, search: Search): { lines: WorldLine[]; more: boolean } {
  const lines: WorldLine[] = [];
  let bytes = 0;
  for (const line of walkLines(call, search)) {
    bytes += Buffer.byteLength(line.message);
    if (lines.length === search.request.limit || (bytes > PAGE_BYTES && lines.length > 0))
      return { lines, more: true };
    lines.push(line);
  }
  return { lines, more: false };
}

function* walkLines(call: Call, search: Search): Generator<WorldLine> {
  const { request, place, group } = search;
  const sign = request.newestFirst ? -1 : 1;
  for (const range of slotsOf(call, request, place)) {
    const lines = visibleLines(call, group, range).sort((a, b) => sign * compareKeys(keyOf(a), keyOf(b)));
    for (const line of lines) {
      if (place.after !== null && sign * compareKeys(keyOf(line), place.after) <= 0) continue;
      if (request.wantsStream(line.stream) && request.wantsMessage(line.message)) yield line;
    }
  }
}

/** Parts of days: the days beside the first one asked are seldom needed. */
const SLOT = 6 * HOUR;

function slotsOf(call: Call, request: FilterRequest, place: Place): { from: number; to: number }[] {
  const kept = keptRange(call, request);
  const from = request.newestFirst ? kept.from : Math.max(kept.from, place.after?.[0] ?? 0);
  const to = request.newestFirst ? Math.min(kept.to, place.after?.[0] ?? kept.to) : kept.to;
  const ranges: { from: number; to: number }[] = [];
  for (let slot = Math.floor(from / SLOT); slot <= Math.floor(to / SLOT); slot++)
    ranges.push({ from: Math.max(from, slot * SLOT), to: Math.min(to, (slot + 1) * SLOT - 1) });
  return request.newestFirst ? ranges.reverse() : ranges;
}

type LineKey = readonly [number, number, string];

function keyOf(line: WorldLine): LineKey {
  return [line.timeMs, line.ingestedMs, line.eventId];
}

function compareKeys(a: LineKey, b: LineKey): number {
  return a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : a[2] > b[2] ? 1 : 0);
}

function answer(lines: readonly WorldLine[], nextToken: string | null): unknown {
  const events = lines.map((line) => ({
    logStreamName: line.stream,
    timestamp: line.timeMs,
    message: line.message,
    ingestionTime: line.ingestedMs,
    eventId: line.eventId,
  }));
  return { events, searchedLogStreams: [], ...(nextToken !== null && { nextToken }) };
}
