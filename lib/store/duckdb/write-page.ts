import { BOOLEAN, DOUBLE, type DuckDBType, type DuckDBValue, VARCHAR } from "@duckdb/node-api";
import { touchedBy } from "@/lib/domain/correlate/correlation-reach";
import { toStsCandidate } from "@/lib/domain/correlate/sts-candidate";
import { mergeRanges } from "@/lib/domain/time/merge-ranges";
import type { PageToStore, ReadRecord } from "@/lib/ports/event-store";
import type { Writer } from "./database";
import { maskTokens } from "./mask-tokens";
import { newEventRecordId, newRecordId, type StoredIds, sha256 } from "./record-ids";

const HOUR_MS = 3_600_000;

interface Identified {
  readonly record: ReadRecord;
  readonly recordId: string;
}

/** Stores what of the page is new, with coverage, checkpoint and stale hours. Gives how many records were new. */
export async function writePage(writer: Writer, page: PageToStore): Promise<number> {
  const [source] = await writer.rows("SELECT log_group, cluster FROM source WHERE id = $id", {
    id: page.sourceId,
  });
  const group = String(source?.log_group ?? "");
  const fresh = await newRecords(writer, group, page.records);
  await writeRaw(writer, page.sourceId, group, fresh);
  await writeLines(writer, String(source?.cluster ?? ""), fresh);
  await writeEvents(writer, fresh);
  await markStale(writer, fresh);
  await writeStanding(writer, page, fresh);
  return fresh.length;
}

async function newRecords(
  writer: Writer,
  group: string,
  records: readonly ReadRecord[],
): Promise<Identified[]> {
  if (records.length === 0) return [];
  const stored = await storedIds(writer, group, records);
  const seen = new Set<string>();
  const fresh: Identified[] = [];
  for (const record of records) {
    const event = record.kind === "event" ? record.parsed : null;
    const recordId =
      event === null
        ? newRecordId(group, record.source, stored, seen)
        : newEventRecordId(event.eventId, stored);
    if (recordId !== null) fresh.push({ record, recordId });
  }
  return fresh;
}

async function storedIds(writer: Writer, group: string, records: readonly ReadRecord[]): Promise<StoredIds> {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const { source } of records) {
    from = Math.min(from, source.timeMs);
    to = Math.max(to, source.timeMs);
  }
  const rows = await writer.rows(
    "SELECT record_id, event_id FROM raw WHERE log_group = $group AND time_ms BETWEEN $from AND $to",
    { group, from, to },
  );
  return new Map(
    rows.map((row) => [String(row.record_id), row.event_id === null ? null : String(row.event_id)]),
  );
}

async function writeRaw(
  writer: Writer,
  sourceId: string,
  group: string,
  fresh: readonly Identified[],
): Promise<void> {
  const texts = fresh.map(({ record }) => maskTokens(record.source.text));
  const columns: DuckDBValue[][] = [
    fresh.map(({ recordId }) => recordId),
    fresh.map(() => sourceId),
    fresh.map(() => group),
    fresh.map(({ record }) => record.source.stream),
    fresh.map(({ record }) => record.source.timeMs),
    fresh.map(({ record }) => record.source.eventId),
    texts,
    fresh.map(({ record }) => sha256(record.source.text)),
    texts.map(sha256),
  ];
  const types = [VARCHAR, VARCHAR, VARCHAR, VARCHAR, DOUBLE, VARCHAR, VARCHAR, VARCHAR, VARCHAR];
  await writer.append("raw", types, columns);
}

async function writeLines(writer: Writer, cluster: string, fresh: readonly Identified[]): Promise<void> {
  const rows: DuckDBValue[][] = [];
  for (const { record, recordId } of fresh) {
    if (record.kind !== "line" || record.parsed.kind !== "line") continue;
    const { event } = record.parsed;
    const { stream, timeMs, eventId } = record.source;
    rows.push([recordId, cluster, stream, timeMs, eventId, event.type, maskTokens(JSON.stringify(event))]);
  }
  await appendRows(writer, "line", [VARCHAR, VARCHAR, VARCHAR, DOUBLE, VARCHAR, VARCHAR, VARCHAR], rows);
}

async function writeEvents(writer: Writer, fresh: readonly Identified[]): Promise<void> {
  const rows: DuckDBValue[][] = [];
  for (const { record, recordId } of fresh) {
    if (record.kind !== "event" || record.parsed === null) continue;
    const { parsed: event, source } = record;
    const { identity } = event;
    const isCandidate = toStsCandidate(event, { recordId, stream: source.stream }) !== null;
    const account = identity.accountId ?? event.recipientAccountId;
    rows.push([recordId, event.eventId, source.stream, event.timeMs, event.timePrecision, event.eventName]);
    rows.at(-1)?.push(event.region, account, identity.accessKeyId, identity.principalId, identity.arn);
    rows.at(-1)?.push(event.userAgent, event.sourceIp, isCandidate);
  }
  const types = [VARCHAR, VARCHAR, VARCHAR, DOUBLE, ...new Array<DuckDBType>(9).fill(VARCHAR), BOOLEAN];
  await appendRows(writer, "sts_event", types, rows);
}

async function appendRows(
  writer: Writer,
  table: string,
  types: readonly DuckDBType[],
  rows: readonly (readonly DuckDBValue[])[],
): Promise<void> {
  const columns = types.map((_, i) => rows.map((row) => row[i] ?? null));
  await writer.append(table, types, columns);
}

/** Every hour that a new record can change is to be derived anew. */
async function markStale(writer: Writer, fresh: readonly Identified[]): Promise<void> {
  const hours = new Set<number>();
  for (const { record } of fresh) {
    if (!takesPart(record)) continue;
    const { from, to } = touchedBy({ from: record.source.timeMs, to: record.source.timeMs });
    for (let hour = Math.floor(from / HOUR_MS); hour <= Math.floor(to / HOUR_MS); hour++)
      hours.add(hour * HOUR_MS);
  }
  for (const hour of hours) {
    await writer.run(
      "INSERT INTO stale_hour SELECT $hour WHERE NOT EXISTS (SELECT 1 FROM stale_hour WHERE hour_ms = $hour)",
      { hour },
    );
  }
}

function takesPart(record: ReadRecord): boolean {
  if (record.kind === "line") return record.parsed.kind === "line" && record.parsed.event.type !== "other";
  return record.parsed !== null && toStsCandidate(record.parsed, { recordId: "", stream: "" }) !== null;
}

async function writeStanding(writer: Writer, page: PageToStore, fresh: readonly Identified[]): Promise<void> {
  if (page.complete !== null) await addCoverage(writer, page.sourceId, page.complete);
  const rejects = fresh.filter(({ record }) => isReject(record)).length;
  const newest = fresh.reduce<number | null>(
    (max, { record }) => Math.max(max ?? 0, record.source.timeMs),
    null,
  );
  await writer.run(
    `UPDATE source SET checkpoint = $checkpoint, records = records + $added, rejects = rejects + $rejects,
      newest_ms = greatest(newest_ms, $newest), last_read_ms = $readAt, problem = NULL,
      state = CASE WHEN state = 'failed' THEN 'reading' ELSE state END WHERE id = $id`,
    {
      id: page.sourceId,
      checkpoint: page.checkpoint === null ? null : JSON.stringify(page.checkpoint),
      added: fresh.length,
      rejects,
      newest,
      readAt: page.readAtMs,
    },
  );
}

function isReject(record: ReadRecord): boolean {
  return record.kind === "line" ? record.parsed.kind === "text" : record.parsed === null;
}

async function addCoverage(writer: Writer, id: string, range: { from: number; to: number }): Promise<void> {
  const rows = await writer.rows("SELECT from_ms, to_ms FROM coverage WHERE source_id = $id", { id });
  const known = rows.map((row) => ({ from: Number(row.from_ms), to: Number(row.to_ms) }));
  await writer.run("DELETE FROM coverage WHERE source_id = $id", { id });
  for (const { from, to } of mergeRanges([...known, range])) {
    await writer.run("INSERT INTO coverage VALUES ($id, $from, $to)", { id, from, to });
  }
}
