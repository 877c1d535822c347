import { DOUBLE, type DuckDBType, type DuckDBValue, UHUGEINT, VARCHAR } from "@duckdb/node-api";
import type { StoredMark } from "@/lib/domain/correlate/configuration/item-revision";
import { maskTokens } from "@/lib/domain/redact/mask-tokens";
import type { ClusterAddress } from "@/lib/ports/configuration-store";
import { toStoredId } from "../attempts/attempt-codes";
import { hashOf } from "../attempts/dimension-table";
import type { Writer } from "../writer";

/** A mark with the cluster that it is of. */
export interface MarkRow {
  readonly cluster: ClusterAddress;
  readonly mark: StoredMark;
}

type Column = readonly [type: DuckDBType, read: (row: MarkRow) => DuckDBValue];

const text = (read: (row: MarkRow) => string | null): Column => [
  VARCHAR,
  (row) => {
    const value = read(row);
    return value === null ? null : maskTokens(value);
  },
];
const idOf = (id: string | null | undefined) => (id == null ? null : toStoredId(id));

/** In the order of the table. */
const COLUMNS: readonly Column[] = [
  [UHUGEINT, markId],
  text(({ cluster }) => cluster.name),
  text(({ cluster }) => cluster.accountId),
  text(({ cluster }) => cluster.region),
  text(({ mark }) => mark.part),
  text(({ mark }) => mark.key),
  text(({ mark }) => mark.tells),
  [DOUBLE, ({ mark }) => mark.timeMs],
  [DOUBLE, ({ mark }) => mark.untilMs],
  text(({ mark }) => mark.value),
  text(({ mark }) => (mark.by === null ? null : JSON.stringify(mark.by))),
  text(({ mark }) => mark.evidence?.sourceId ?? null),
  [UHUGEINT, ({ mark }) => idOf(mark.evidence?.recordId)],
  [DOUBLE, ({ mark }) => mark.evidence?.timeMs ?? null],
  [UHUGEINT, ({ mark }) => idOf(mark.evidence?.requestId)],
  text(({ mark }) => mark.evidence?.eventId ?? null),
];

export async function appendMarks(writer: Writer, rows: readonly MarkRow[]): Promise<void> {
  await writer.append(
    "config_mark",
    COLUMNS.map(([type]) => type),
    COLUMNS.map(([, read]) => rows.map(read)),
  );
}

function markId({ cluster, mark }: MarkRow): bigint {
  const { part, key, tells, timeMs, evidence } = mark;
  return hashOf(JSON.stringify([cluster, part, key, tells, timeMs, evidence?.recordId ?? null]));
}
