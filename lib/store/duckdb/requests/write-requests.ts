import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  LIST,
  listValue,
  UHUGEINT,
  VARCHAR,
} from "@duckdb/node-api";
import type { KubeRequest } from "@/lib/domain/correlate/kube-request";
import { spanOf } from "@/lib/domain/time/span-of";
import { toStoredId } from "../attempts/attempt-codes";
import { hashOf } from "../attempts/dimension-table";
import { maskTokens } from "@/lib/domain/redact/mask-tokens";
import type { Identified } from "../records/new-records";
import type { Writer } from "../writer";

/** A page's records, whether or not they are stored already. */
export interface RequestPage {
  readonly sourceId: string;
  /** The log group: a request is the same whichever source of the group tells of it. */
  readonly group: string;
  readonly records: readonly Identified[];
}

interface Row {
  readonly id: bigint;
  readonly request: KubeRequest;
  readonly of: Identified;
}

/** Longer ones are cut: an exec can carry any script. */
const LONGEST = 4_096;

/**
 * Stores the requests that are kept, each once. A client may choose the audit id, so a request is what it says, when and by
 * whom: none can hide behind the id of another. Gives those that are new.
 */
export async function writeRequests(
  writer: Writer,
  { sourceId, group, records }: RequestPage,
): Promise<KubeRequest[]> {
  const rows = new Map<bigint, Row>();
  for (const of of records) {
    const request = of.record.kind === "audit" ? (of.record.parsed?.request ?? null) : null;
    if (request === null) continue;
    const id = requestId(group, request);
    if (!rows.has(id)) rows.set(id, { id, request, of });
  }
  const fresh = await withoutStored(writer, [...rows.values()]);
  const columns = COLUMNS.map(([, read]) => fresh.map((row) => read(row, sourceId)));
  await writer.append(
    "kube_write",
    COLUMNS.map(([type]) => type),
    columns,
  );
  return fresh.map(({ request }) => request);
}

/** The id of a request that is kept, of a log group. */
export function requestId(
  group: string,
  { auditId, timeMs, verb, uri, kubernetes, caller }: KubeRequest,
): bigint {
  const { username, uid } = kubernetes;
  return hashOf(JSON.stringify([group, auditId, timeMs, verb, uri, username, uid, caller.accessKeyId]));
}

async function withoutStored(writer: Writer, rows: readonly Row[]): Promise<Row[]> {
  if (rows.length === 0) return [];
  const found = await writer.rows(
    "SELECT id FROM kube_write WHERE time_ms >= $from AND time_ms < $to AND id IN (SELECT unnest($ids::UHUGEINT[]))",
    { ...spanOf(rows.map(({ request }) => request.timeMs)), ids: rows.map(({ id }) => id) },
  );
  const stored = new Set(found.map((row) => row.id as bigint));
  return rows.filter(({ id }) => !stored.has(id));
}

type Column = readonly [type: DuckDBType, read: (row: Row, sourceId: string) => DuckDBValue];

/** In the order of the table. */
const COLUMNS: readonly Column[] = [
  [UHUGEINT, ({ id }) => id],
  [BIGINT, ({ request }) => BigInt(Math.floor(request.timeMs))],
  [VARCHAR, (_, sourceId) => sourceId],
  [UHUGEINT, ({ of }) => toStoredId(of.recordId)],
  [DOUBLE, ({ of }) => of.record.source.timeMs],
  text(({ auditId }) => auditId),
  text(({ verb }) => verb),
  text(({ object }) => object?.group ?? null),
  text(({ object }) => object?.resource ?? null),
  text(({ object }) => object?.subresource ?? null),
  text(({ object }) => object?.namespace ?? null),
  text(({ object }) => object?.name ?? null),
  text(({ uri }) => uri),
  [INTEGER, ({ request }) => request.code],
  [BOOLEAN, ({ request }) => request.outcome === "denied"],
  text(({ reason }) => reason),
  text(({ caller }) => caller.arn),
  text(({ caller }) => caller.canonicalArn),
  text(({ caller }) => caller.accountId),
  text(({ caller }) => caller.uniqueId),
  text(({ caller }) => caller.sessionName),
  text(({ caller }) => caller.accessKeyId),
  text(({ kubernetes }) => kubernetes.username),
  [LIST(VARCHAR), ({ request }) => listValue([...request.kubernetes.groups])],
  text(({ kubernetes }) => kubernetes.uid),
  text(({ actsAs }) => actsAs),
  text(({ clientIp }) => clientIp),
  text(({ userAgent }) => userAgent),
  text(searchText),
];

function text(read: (request: KubeRequest) => string | null): Column {
  return [
    VARCHAR,
    ({ request }) => {
      const value = read(request);
      return value === null ? null : maskTokens(value).slice(0, LONGEST);
    },
  ];
}

/** Lower case, so that a search needs no ILIKE. */
function searchText({
  verb,
  object,
  uri,
  caller,
  kubernetes,
  actsAs,
  clientIp,
  userAgent,
}: KubeRequest): string {
  const { arn, accessKeyId } = caller;
  const values = [
    verb,
    object?.resource,
    object?.name,
    uri,
    kubernetes.username,
    kubernetes.uid,
    arn,
    accessKeyId,
  ];
  return [...values, actsAs, clientIp, userAgent]
    .filter((value) => value != null)
    .join("\n")
    .toLowerCase();
}
