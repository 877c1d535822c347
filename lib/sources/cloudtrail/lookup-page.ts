import {
  type CloudTrailClient,
  LookupEventsCommand,
  type LookupEventsCommandOutput,
} from "@aws-sdk/client-cloudtrail";
import type { TimeRange } from "@/lib/domain/time/time-range";
import type { SourceRecord } from "@/lib/ports/event-source";

/** AWS's most (facts: aws §1.1). */
const PAGE = 50;

/** What LookupEvents is asked: one attribute and a stretch of time. */
export interface LookupWish {
  readonly key: "AccessKeyId" | "EventName" | "EventSource" | "ResourceName" | "Username";
  readonly value: string;
  readonly range: TimeRange;
  readonly token: string | null;
}

export function requestPage(
  client: CloudTrailClient,
  { key, value, range, token }: LookupWish,
  signal: AbortSignal,
): Promise<LookupEventsCommandOutput> {
  const command = new LookupEventsCommand({
    LookupAttributes: [{ AttributeKey: key, AttributeValue: value }],
    StartTime: new Date(range.from),
    EndTime: new Date(range.to - 1),
    MaxResults: PAGE,
    ...(token === null ? {} : { NextToken: token }),
  });
  return client.send(command, { abortSignal: signal });
}

/** The events of a page as records; `stream`: `<account>/<region>`, `takes`: whether those of a service are wanted. */
export function recordsOf(
  { Events = [] }: LookupEventsCommandOutput,
  stream: string,
  takes: (eventSource: string) => boolean = () => true,
): SourceRecord[] {
  return Events.filter(({ EventSource = "" }) => takes(EventSource)).map((event) => ({
    stream,
    timeMs: event.EventTime?.getTime() ?? 0,
    text: event.CloudTrailEvent ?? "",
    eventId: event.EventId ?? null,
  }));
}
