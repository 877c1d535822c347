import type { UseRecord } from "@/lib/domain/correlate/identity-use";
import type { LineRecord } from "@/lib/domain/correlate/line-record";
import type { StsCandidate } from "@/lib/domain/correlate/sts-candidate";
import type { TimeRange } from "@/lib/domain/time/time-range";
import type { CorrelationWindow } from "@/lib/ports/reading-store";
import { fromStoredId } from "../attempts/attempt-codes";
import { type Row, textOrNull } from "../sql-values";
import type { Writer } from "../writer";

/** The lines and events of a range that can take part in attempts, of all clusters and accounts. */
export async function readWindow(writer: Writer, range: TimeRange): Promise<CorrelationWindow> {
  const params = { from: range.from, to: range.to };
  const within = "time_ms >= $from AND time_ms < $to";
  const lines = await writer.rows(
    `SELECT l.record_id, l.time_ms, l.type, l.event, t.name AS stream, s.cluster, r.event_id
      FROM (SELECT * FROM line WHERE ${within} AND type <> 'other') l
      JOIN stream t ON t.id = l.stream_id JOIN source s ON s.id = t.source_id
      LEFT JOIN (SELECT record_id, event_id FROM raw WHERE ${within}) r ON r.record_id = l.record_id`,
    params,
  );
  const events = await writer.rows(`SELECT * FROM sts_event WHERE ${within} AND candidate`, params);
  return {
    lines: lines.filter(({ type }) => type !== USE).map((row) => toRecord<LineRecord>(row)),
    uses: lines.filter(({ type }) => type === USE).map((row) => toRecord<UseRecord>(row)),
    events: events.map(toCandidate),
  };
}

const USE: UseRecord["event"]["type"] = "identity-use";

function toRecord<T extends LineRecord | UseRecord>(row: Row): T {
  return {
    recordId: fromStoredId(row.record_id),
    eventId: textOrNull(row.event_id),
    cluster: String(row.cluster),
    stream: String(row.stream),
    timeMs: Number(row.time_ms),
    event: JSON.parse(String(row.event)),
  } as T;
}

function toCandidate(row: Row): StsCandidate {
  return {
    recordId: String(row.record_id),
    eventId: String(row.event_id),
    timeMs: Number(row.time_ms),
    timePrecision: row.time_precision === "ms" ? "ms" : "s",
    region: String(row.region),
    accountId: textOrNull(row.account_id),
    accessKeyId: textOrNull(row.access_key_id),
    principalId: textOrNull(row.principal_id),
    arn: textOrNull(row.arn),
    userAgent: textOrNull(row.user_agent),
    stream: String(row.stream),
  };
}
