import type { SourceRecord } from "@/lib/ports/event-source";

/**
 * The output of `aws logs filter-log-events` or `get-log-events`: `{"events":[{timestamp, message, …}]}`. The latter
 * names no stream. null = the JSON is something else.
 */
export function readLogEvents(json: unknown, fileStream: string): SourceRecord[] | null {
  const events = (json as { events?: unknown } | null)?.events;
  if (!Array.isArray(events)) return null;
  const records = events.map((event) => toRecord(event, fileStream));
  return records.every((record) => record !== null) ? records : null;
}

function toRecord(event: unknown, fileStream: string): SourceRecord | null {
  const { timestamp, message, logStreamName, eventId } = (event ?? {}) as Record<string, unknown>;
  if (typeof timestamp !== "number" || typeof message !== "string") return null;
  return {
    stream: typeof logStreamName === "string" ? logStreamName : fileStream,
    timeMs: timestamp,
    text: message.endsWith("\n") ? message.slice(0, -1) : message,
    eventId: typeof eventId === "string" ? eventId : null,
  };
}
