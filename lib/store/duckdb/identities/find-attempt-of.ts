import { RECORD_ID } from "@/lib/domain/identity/record-id";
import { parseAuthenticatorLine } from "@/lib/domain/parse/authenticator-line";
import { fromStoredId, toStoredId } from "../attempts/attempt-codes";
import { timeWithin } from "../attempts/counted-rows";
import { sha256 } from "../records/record-ids";
import type { Reader, Row } from "../sql-values";

/** An attempt stands within seconds of the records that tell of it. */
const NEAR_MS = 60_000;
/** A line's own second and the time that CloudWatch gave it lie minutes apart at most. */
const LINE_NEAR_MS = 15 * 60_000;
/** The same text may stand in several streams. */
const MOST_COPIES = 5;

/** The id itself, where there is such an attempt. */
export async function findAttemptOfId(reader: Reader, id: string): Promise<string | null> {
  if (!RECORD_ID.test(id)) return null;
  return idOf(await reader.rows("SELECT id FROM attempt WHERE id = $id LIMIT 1", { id: toStoredId(id) }));
}

/** Of the GetCallerIdentity with this id: the attempt that it was matched with, surely or perhaps. */
export async function findAttemptOfEvent(reader: Reader, eventId: string): Promise<string | null> {
  const [event] = await reader.rows("SELECT time_ms FROM sts_event WHERE event_id = $event_id LIMIT 1", {
    event_id: eventId,
  });
  if (event === undefined) return null;
  const text = JSON.stringify(eventId);
  return idOf(await reader.rows(around(Number(event.time_ms), "contains(sts, $text)"), { text }));
}

/** Of the log event to which AWS gave this id. */
export async function findAttemptOfRecord(reader: Reader, eventId: string): Promise<string | null> {
  const rows = await reader.rows("SELECT record_id, time_ms FROM raw WHERE event_id = $event_id LIMIT 1", {
    event_id: eventId,
  });
  return firstOf(reader, rows);
}

/** Of a line as it was printed; of the latest where several are the same. */
export async function findAttemptOfLine(reader: Reader, line: string): Promise<string | null> {
  const record = parseAuthenticatorLine(line);
  const timeMs = record.kind === "line" ? record.timeMs : null;
  if (timeMs === null) return null;
  const near = timeWithin({ from: timeMs - LINE_NEAR_MS, to: timeMs + LINE_NEAR_MS });
  const rows = await reader.rows(
    `SELECT record_id, time_ms FROM raw WHERE ${near} AND sha256 = unhex($hash)
      ORDER BY time_ms DESC LIMIT ${MOST_COPIES}`,
    { hash: sha256(line) },
  );
  return firstOf(reader, rows);
}

/** An attempt has the id of its deciding line; all of its lines stand in its evidence. */
async function firstOf(reader: Reader, records: readonly Row[]): Promise<string | null> {
  for (const { record_id, time_ms } of records) {
    const text = fromStoredId(record_id);
    const found = idOf(await reader.rows(around(Number(time_ms), "contains(evidence, $text)"), { text }));
    if (found !== null) return found;
  }
  return null;
}

/** The latest of those around a time. */
function around(timeMs: number, condition: string): string {
  const near = timeWithin({ from: timeMs - NEAR_MS, to: timeMs + NEAR_MS });
  return `SELECT id FROM attempt WHERE ${near} AND ${condition} ORDER BY time_ms DESC, id LIMIT 1`;
}

function idOf([row]: readonly Row[]): string | null {
  return row === undefined ? null : fromStoredId(row.id);
}
