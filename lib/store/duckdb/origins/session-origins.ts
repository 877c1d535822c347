import { BIGINT, INTEGER, UHUGEINT } from "@duckdb/node-api";
import type { AttemptOrigin } from "@/lib/domain/correlate/chain/attempt-origin";
import type { Reader } from "../sql-values";
import type { Writer } from "../writer";
import { toOrigin } from "./origin-values";

/** What a session's chain led to when it was traced last. */
export interface SessionOrigin {
  readonly originId: number;
  readonly origin: AttemptOrigin;
  /** The session's first use. */
  readonly usedMs: number;
}

/** By owner; those that were not traced yet are absent. */
export async function readSessionOrigins(
  reader: Reader,
  owners: readonly bigint[],
): Promise<ReadonlyMap<bigint, SessionOrigin>> {
  if (owners.length === 0) return new Map();
  const rows = await reader.rows(
    `SELECT s.owner, s.origin_id, s.used_ms, o.* FROM (SELECT * FROM session_origin WHERE ${isAmong("owner", owners)}) s
      JOIN origin o ON o.id = s.origin_id`,
    { owners },
  );
  return new Map(
    rows.map((row) => [
      row.owner as bigint,
      { originId: Number(row.origin_id), origin: toOrigin(row), usedMs: Number(row.used_ms) },
    ]),
  );
}

export async function writeSessionOrigins(
  writer: Writer,
  rows: readonly { readonly owner: bigint; readonly originId: number; readonly usedMs: number }[],
): Promise<void> {
  const owners = rows.map(({ owner }) => owner);
  if (owners.length === 0) return;
  await writer.run(`DELETE FROM session_origin WHERE ${isAmong("owner", owners)}`, { owners });
  await writer.append(
    "session_origin",
    [UHUGEINT, INTEGER, BIGINT],
    [owners, rows.map(({ originId }) => originId), rows.map(({ usedMs }) => BigInt(Math.floor(usedMs)))],
  );
}

/** `$owners`, with bounds: sessions that are met together have ids that lie together, and whole blocks are left out. */
export function isAmong(column: string, owners: readonly bigint[]): string {
  const inOrder = owners.toSorted((a, b) => (a < b ? -1 : 1));
  if (inOrder.length === 0) return "false";
  return `${column} >= ${inOrder[0]}::UHUGEINT AND ${column} <= ${inOrder.at(-1)}::UHUGEINT AND ${column} IN (SELECT unnest($owners::UHUGEINT[]))`;
}
