import { dayOf, HOUR } from "../../world/calendar";
import type { WorldEvent } from "../../world/world-day";
import { authorize } from "../authorize";
import { AwsError } from "../aws-error";
import type { Call } from "../cloud";
import { isEmptyPage } from "../empty-page";
import { readPageToken, writePageToken } from "../page-token";
import { type LookupRequest, readLookupRequest } from "./lookup-request";

/** What is newer is told first: a page seldom needs the day before. */
const SLOT = 4 * HOUR;

interface Place {
  readonly after: readonly [timeMs: number, eventId: string] | null;
  /** How many empty pages stood before this place. */
  readonly empties: number;
}

/** The event history of one account and Region, newest first, 50 at most, twice a second (facts: AWS §1.1). */
export function lookupEvents(call: Call): unknown {
  authorize(call, "cloudtrail:LookupEvents");
  const request = readLookupRequest(call);
  const place = readPlace(call);
  if (request.insight) return { Events: [] };
  if (isEmptyPage({ place: place.after, empties: place.empties }, call.cloud.knobs.emptyPages))
    return { Events: [], NextToken: tokenFor(call, { ...place, empties: place.empties + 1 }) };
  const page: WorldEvent[] = [];
  for (const event of walkEvents(call, request, place)) {
    const last = page.at(-1);
    if (page.length === request.limit && last !== undefined) {
      const token = tokenFor(call, { after: [secondOf(last), last.eventId], empties: 0 });
      return { Events: page.map(wrapEvent), NextToken: token };
    }
    page.push(event);
  }
  return { Events: page.map(wrapEvent) };
}

function* walkEvents(call: Call, request: LookupRequest, place: Place): Generator<WorldEvent> {
  const { world, now } = call.cloud;
  const to = Math.min(request.to, place.after?.[0] ?? request.to);
  for (let slot = Math.floor(to / SLOT); slot >= Math.floor(request.from / SLOT); slot--) {
    if (request.eventName !== null && !world.mayHold(request.eventName, dayOf(slot * SLOT))) continue;
    const range = { from: Math.max(request.from, slot * SLOT), to: Math.min(to, (slot + 1) * SLOT - 1) };
    // The record's time has seconds only: an event in the last second of the range belongs to it.
    const seconds = {
      from: Math.ceil(range.from / 1000) * 1000,
      to: Math.floor(range.to / 1000) * 1000 + 999,
    };
    const trail = { accountId: call.principal.accountId, region: call.region };
    for (const event of world.events(trail, seconds, now()).sort(newestFirst)) {
      const passed = place.after !== null && compare(event, place.after) <= 0;
      if (!passed && request.wants(event)) yield event;
    }
  }
}

function secondOf(event: WorldEvent): number {
  return Math.floor(event.timeMs / 1000) * 1000;
}

function newestFirst(a: WorldEvent, b: WorldEvent): number {
  return compare(a, [secondOf(b), b.eventId]);
}

/** Negative: `event` comes before the mark in a listing. */
function compare(event: WorldEvent, mark: readonly [number, string]): number {
  return mark[0] - secondOf(event) || (event.eventId < mark[1] ? -1 : event.eventId > mark[1] ? 1 : 0);
}

function readPlace(call: Call): Place {
  const { NextToken, ...parameters } = call.input;
  if (NextToken === undefined) return { after: null, empties: 0 };
  const mark = readPageToken(String(NextToken), parameters, call.cloud.now());
  if (mark === null)
    throw new AwsError("InvalidNextTokenException", "The token is not valid for this request.");
  return mark.place as Place;
}

function tokenFor(call: Call, place: Place): string {
  const { NextToken: _, ...parameters } = call.input;
  return writePageToken(parameters, place, call.cloud.now());
}

/** Epoch seconds on the wire; Username and AccessKeyId are absent for AWS services (facts: AWS §1.2). */
export function wrapEvent(event: WorldEvent): Readonly<Record<string, unknown>> {
  return {
    EventId: event.eventId,
    EventName: event.eventName,
    ReadOnly: String(event.readOnly),
    ...(event.accessKeyId !== null && { AccessKeyId: event.accessKeyId }),
    EventTime: secondOf(event) / 1000,
    EventSource: event.eventSource,
    ...(event.username !== null && { Username: event.username }),
    Resources: event.resources,
    CloudTrailEvent: event.json,
  };
}
