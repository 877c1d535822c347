import { UHUGEINT } from "@duckdb/node-api";
import type { SessionToLookUp, SessionsWanted } from "@/lib/ports/lookup-store";
import { codeOfClass, fromStoredId } from "../attempts/attempt-codes";
import { OWNER } from "../origins/owner";
import type { Reader } from "../sql-values";
import type { Writer } from "../writer";

/** What a session may be of that is looked up in the background: neither a node nor AWS itself. */
const LOOKED_UP = `a.session_id IS NOT NULL AND a.class NOT IN (${codeOfClass("node")}, ${codeOfClass("aws")})`;

/** Sessions of an account that were used since then, nodes and AWS's own apart. */
export async function countSessions(reader: Reader, accountId: string, sinceMs: number): Promise<number> {
  const [row] = await reader.rows(
    `SELECT count(DISTINCT a.session_id)::INTEGER AS n FROM attempt a JOIN caller c ON c.id = a.caller_id
      WHERE a.time_ms >= $sinceMs AND c.account_id = $accountId AND ${LOOKED_UP}`,
    { accountId, sinceMs },
  );
  return Number(row?.n ?? 0);
}

/** Those that were not looked up yet, the last used first, each with its newest attempt of the range. */
export async function sessionsToLookUp(
  reader: Reader,
  { accountIds, range, limit }: SessionsWanted,
): Promise<SessionToLookUp[]> {
  const rows = await reader.rows(
    `SELECT ${OWNER} AS owner, arg_max(a.id, a.time_ms) AS attempt_id, max(a.time_ms) AS time_ms
      FROM attempt a JOIN caller c ON c.id = a.caller_id JOIN session t ON t.id = a.session_id
      WHERE a.time_ms BETWEEN $from AND $to AND c.account_id IN (SELECT unnest($accounts)) AND ${LOOKED_UP}
      GROUP BY 1 HAVING owner NOT IN (SELECT owner FROM looked_up_owner) ORDER BY time_ms DESC LIMIT $limit`,
    { from: range.from, to: range.to, accounts: [...accountIds], limit },
  );
  return rows.map((row) => ({
    owner: row.owner as bigint,
    attemptId: fromStoredId(row.attempt_id),
  }));
}

export async function markLookedUp(writer: Writer, owners: readonly bigint[]): Promise<void> {
  await writer.append("looked_up_owner", [UHUGEINT], [[...owners]]);
}
