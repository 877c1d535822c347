import {
  BOOLEAN,
  DOUBLE,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  UHUGEINT,
  VARCHAR,
} from "@duckdb/node-api";
import { readCredentials } from "@/lib/domain/correlate/chain/credentials";
import type { IdentityUse } from "@/lib/domain/correlate/identity-use";
import type { KubeRequest } from "@/lib/domain/correlate/kube-request";
import { toStsCandidate } from "@/lib/domain/correlate/sts-candidate";
import type { AuthenticatorEvent } from "@/lib/domain/parse/authenticator-record";
import { spanOf } from "@/lib/domain/time/span-of";
import type { PageToStore, ReadRecord } from "@/lib/ports/reading-store";
import { fromStoredId, toStoredId } from "../attempts/attempt-codes";
import { writeHops } from "../chains/write-hops";
import { writeMarks } from "../configuration/write-marks";
import type { Dimensions } from "../attempts/dimensions";
import { writeUserPlaces } from "../directory/user-places";
import { maskTokens } from "@/lib/domain/redact/mask-tokens";
import { type Identified, sortRecords } from "./new-records";
import { writeRequests } from "../requests/write-requests";
import { writeUse } from "../requests/write-use";
import type { RawRecord } from "../segments/raw-columns";
import { toStoredText } from "../segments/stored-text";
import type { RawWriter, StreamIdOf } from "../segments/write-raw";
import { markStale } from "../deriving/stale-hours";
import { writeStanding } from "../sources/write-standing";
import type { Writer } from "../writer";

/** What keeps the ids of texts and values that are stored already. */
export interface PageWriters {
  readonly raw: RawWriter;
  readonly dimensions: Dimensions;
}

/** Stores what of the page is new, with coverage, checkpoint and stale hours. Gives how many records were new. */
export async function writePage(
  writer: Writer,
  { raw, dimensions }: PageWriters,
  page: PageToStore,
): Promise<number> {
  const { fresh, requests } = await writeRecords(writer, raw, page);
  await writeUse(writer, dimensions, requests);
  await writeStanding(writer, page, fresh);
  return fresh.length;
}

/** What was new of a page. */
interface Written {
  readonly fresh: readonly Identified[];
  readonly requests: readonly KubeRequest[];
}

/** Stores what of these records of a source is new, and gives it. What was read of the source stays as it is told. */
export async function writeRecords(
  writer: Writer,
  raw: RawWriter,
  { sourceId, records }: Pick<PageToStore, "sourceId" | "records">,
): Promise<Written> {
  if (records.length === 0) return { fresh: [], requests: [] };
  const [source] = await writer.rows("SELECT log_group FROM source WHERE id = $id", { id: sourceId });
  const group = String(source?.log_group ?? "");
  const { fresh, known } = await sortRecords(writer, group, records);
  await raw.write(
    writer,
    fresh.map((one) => toRawRecord(sourceId, one)),
  );
  const told = [...fresh, ...(await untoldUses(writer, known))];
  await writeLines(writer, sourceId, told, await raw.streamIds(writer, told.map(streamOf(sourceId))));
  await writeEvents(writer, fresh);
  await writeHops(writer, fresh);
  await writeUserPlaces(writer, fresh);
  await writeMarks(writer, { sourceId, group }, fresh);
  const requests = await writeRequests(writer, { sourceId, group, records: [...fresh, ...known] });
  await markStale(writer, told);
  return { fresh, requests };
}

/** Records that are stored for their requests, and tell of an attempt as well. */
async function untoldUses(writer: Writer, known: readonly Identified[]): Promise<Identified[]> {
  const uses = known.filter(({ record }) => record.kind === "audit" && record.parsed?.use != null);
  if (uses.length === 0) return [];
  const span = spanOf(uses.map(({ record }) => record.source.timeMs));
  const rows = await writer.rows(
    "SELECT record_id FROM line WHERE time_ms >= $from AND time_ms < $to AND record_id IN (SELECT unnest($ids::UHUGEINT[]))",
    { ...span, ids: uses.map(({ recordId }) => toStoredId(recordId)) },
  );
  const told = new Set(rows.map((row) => fromStoredId(row.record_id)));
  return uses.filter(({ recordId }) => !told.has(recordId));
}

function streamOf(sourceId: string) {
  return ({ record }: Identified) => ({ sourceId, stream: record.source.stream });
}

function toRawRecord(sourceId: string, { record, recordId, sha256 }: Identified): RawRecord {
  const { stream, timeMs, eventId, text } = record.source;
  const stored = toStoredText(text);
  return { recordId, sourceId, stream, timeMs, eventId, sha256, ...stored };
}

async function writeLines(
  writer: Writer,
  sourceId: string,
  fresh: readonly Identified[],
  streamIdOf: StreamIdOf,
): Promise<void> {
  const rows: DuckDBValue[][] = [];
  for (const { record, recordId } of fresh) {
    const event = eventOf(record);
    if (event === null) continue;
    const { stream, timeMs } = record.source;
    const streamId = streamIdOf({ sourceId, stream });
    rows.push([toStoredId(recordId), streamId, timeMs, event.type, maskTokens(JSON.stringify(event))]);
  }
  await appendRows(writer, "line", [UHUGEINT, INTEGER, DOUBLE, VARCHAR, VARCHAR], rows);
}

/** What of a log record takes its place in `line`. */
function eventOf(record: ReadRecord): AuthenticatorEvent | IdentityUse | null {
  if (record.kind === "audit") return record.parsed?.use ?? null;
  return record.kind === "line" && record.parsed.kind === "line" ? record.parsed.event : null;
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
    const credentials = isCandidate ? JSON.stringify(readCredentials(event)) : null;
    rows.at(-1)?.push(event.userAgent, event.sourceIp, isCandidate, credentials);
  }
  const types = [
    VARCHAR,
    VARCHAR,
    VARCHAR,
    DOUBLE,
    ...new Array<DuckDBType>(9).fill(VARCHAR),
    BOOLEAN,
    VARCHAR,
  ];
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
