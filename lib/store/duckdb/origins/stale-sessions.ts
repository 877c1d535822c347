import { BIGINT, UHUGEINT } from "@duckdb/node-api";
import type { Attempt } from "@/lib/domain/correlate/attempt";
import { startOf } from "@/lib/domain/correlate/chain/session-start";
import type { SessionToTrace } from "@/lib/ports/reading-store";
import { readStarts } from "../chains/session-starts";
import { readAttempts } from "../attempts/read-attempts";
import type { Reader, Row } from "../sql-values";
import type { Writer } from "../writer";
import { ownedBy } from "./owned-by";
import { isSession, type StaleSession } from "./owner";

/** Runs in the transaction that puts them out of date. One that is marked twice is traced once. */
export async function markSessions(writer: Writer, sessions: readonly StaleSession[]): Promise<void> {
  await writer.append(
    "stale_origin",
    [UHUGEINT, BIGINT],
    [sessions.map(({ owner }) => owner), sessions.map(({ usedMs }) => BigInt(Math.floor(usedMs)))],
  );
}

/** Those used last first, each with where its chain begins; one that has no attempt any more has no beginning. */
export async function readStaleSessions(reader: Reader, limit: number): Promise<SessionToTrace[]> {
  const rows = await reader.rows(
    `SELECT owner, min(time_ms)::DOUBLE AS used_ms, count(*)::DOUBLE AS marks FROM stale_origin
      WHERE owner IN (SELECT owner FROM stale_origin ORDER BY time_ms DESC, owner LIMIT $limit) GROUP BY owner`,
    { limit },
  );
  if (rows.length === 0) return [];
  const stale = rows.map((row) => ({
    owner: row.owner as bigint,
    usedMs: Number(row.used_ms),
    marks: Number(row.marks),
  }));
  const firsts = await readFirstUses(reader, stale);
  const starts = await readStarts(
    reader,
    stale.map(({ owner }) => owner),
  );
  return stale.map(({ owner, usedMs, marks }) => {
    const attempt = firsts.get(owner);
    if (attempt === undefined) return { owner, usedMs, marks, start: null };
    return { owner, usedMs: attempt.timeMs, marks, start: startOf(attempt, starts.get(owner) ?? null) };
  });
}

/** The first attempt of each. */
async function readFirstUses(
  reader: Reader,
  stale: readonly StaleSession[],
): Promise<ReadonlyMap<bigint, Attempt>> {
  const rows = [
    ...(await readFirstRows(
      reader,
      stale.filter(({ owner }) => isSession(owner)),
    )),
    ...(await readOwnRows(
      reader,
      stale.filter(({ owner }) => !isSession(owner)),
    )),
  ];
  const attempts = await readAttempts(reader, rows);
  return new Map(attempts.map((attempt, i) => [rows[i]?.owner as bigint, attempt]));
}

async function readFirstRows(reader: Reader, stale: readonly StaleSession[]): Promise<Row[]> {
  if (stale.length === 0) return [];
  const { owner, where } = ownedBy(stale);
  return reader.rows(
    `SELECT *, ${owner} AS owner FROM attempt WHERE rowid IN (SELECT arg_min(rowid, time_ms) FROM attempt
      WHERE ${where} GROUP BY session_id)`,
  );
}

async function readOwnRows(reader: Reader, stale: readonly StaleSession[]): Promise<Row[]> {
  if (stale.length === 0) return [];
  const { owner, where } = ownedBy(stale);
  return reader.rows(`SELECT *, ${owner} AS owner FROM attempt WHERE ${where}`);
}
