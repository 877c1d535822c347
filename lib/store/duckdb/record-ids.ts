import { createHash } from "node:crypto";
import type { SourceRecord } from "@/lib/ports/event-source";

/** In hex. */
export function sha256(text: string | Buffer): string {
  return createHash("sha256").update(text).digest("hex");
}

/** What is stored already, of the same log group and time: record id → AWS's id. */
export type StoredIds = Map<string, string | null>;

/**
 * A log record is what it says and where it stood: group, stream, time, text, and the how-many-eth of that kind. AWS's
 * event id is but an alias, since files and Insights lack it; it tells two equal lines of one millisecond apart.
 * Gives the id of a record not stored yet and adds it to `stored`; null = this very record is there.
 */
export function newRecordId(
  group: string,
  record: SourceRecord & { readonly sha256: string },
  stored: StoredIds,
  seen: Set<string>,
): string | null {
  const base = `${group}\0${record.stream}\0${record.timeMs}\0${record.sha256}`;
  for (let n = 0; ; n++) {
    const id = sha256(`${base}\0${n}`).slice(0, 32);
    if (!stored.has(id)) {
      stored.set(id, record.eventId);
      seen.add(id);
      return id;
    }
    const eventId = stored.get(id) ?? null;
    const isSame = eventId === null || record.eventId === null ? !seen.has(id) : eventId === record.eventId;
    seen.add(id);
    if (isSame) return null;
  }
}

/** CloudTrail gives each event one id, however often and from wherever it is delivered. */
export function eventRecordId(eventId: string): string {
  return sha256(`cloudtrail\0${eventId}`).slice(0, 32);
}

/** The same for an event not stored yet, which is added to `stored`; null = this very event is there. */
export function newEventRecordId(eventId: string, stored: StoredIds): string | null {
  const id = eventRecordId(eventId);
  if (stored.has(id)) return null;
  stored.set(id, eventId);
  return id;
}
