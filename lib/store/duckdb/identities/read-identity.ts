import type { IdentityRef } from "@/lib/domain/identity/identity-ref";
import type {
  IdentityCaller,
  IdentityFacts,
  IdentitySession,
} from "@/lib/domain/summarize/identities/identity-report";
import { fromStoredId } from "../attempts/attempt-codes";
import type { Database } from "../database";
import { type Reader, type Row, textOrNull } from "../sql-values";
import { readUse } from "../requests/read-use";
import { type IdentitySql, identitySql } from "./identity-sql";
import { readIdentityOrigins } from "./read-identity-origins";

const MOST_CALLERS = 50;
const MOST_SESSIONS = 50;
const MOST_ERRORS = 20;

/** What is known of an identity, of all time; null = no attempt is its. */
export function readIdentity(database: Database, identity: IdentityRef): Promise<IdentityFacts | null> {
  return database.snapshot(async (reader) => {
    const sql = identitySql(identity);
    const [span] = await reader.rows(
      `SELECT min(a.time_ms)::DOUBLE AS first, max(a.time_ms)::DOUBLE AS last FROM attempt a WHERE ${sql.condition}`,
      sql.params,
    );
    if (span === undefined || span.first === null) return null;
    return {
      firstMs: Number(span.first),
      lastMs: Number(span.last),
      callers: await readCallers(reader, sql),
      sessions: await readSessions(reader, sql),
      errors: await readErrors(reader, sql),
      origins: await readIdentityOrigins(reader, sql),
      kubernetes: await readUse(reader, sql),
    };
  });
}

async function readCallers(reader: Reader, { condition, params }: IdentitySql): Promise<IdentityCaller[]> {
  const rows = await reader.rows(
    `SELECT c.canonical_arn, c.unique_id, g.n, g.last FROM (SELECT a.caller_id, count(*)::DOUBLE AS n,
        max(a.time_ms)::DOUBLE AS last FROM attempt a WHERE ${condition} GROUP BY 1) g
      JOIN caller c ON c.id = g.caller_id ORDER BY g.n DESC, c.canonical_arn, c.unique_id LIMIT ${MOST_CALLERS}`,
    params,
  );
  return rows.map((row) => ({
    canonicalArn: textOrNull(row.canonical_arn),
    uniqueId: textOrNull(row.unique_id),
    attempts: Number(row.n),
    lastMs: Number(row.last),
  }));
}

async function readSessions(reader: Reader, { condition, params }: IdentitySql): Promise<IdentitySession[]> {
  const rows = await reader.rows(
    `SELECT s.arn, s.session_name, s.access_key_id, g.* FROM (SELECT a.session_id, count(*)::DOUBLE AS n,
        min(a.time_ms)::DOUBLE AS first, max(a.time_ms)::DOUBLE AS last, arg_max(a.id, a.time_ms) AS attempt_id
        FROM attempt a WHERE a.session_id IS NOT NULL AND ${condition} GROUP BY 1
        ORDER BY last DESC, a.session_id LIMIT ${MOST_SESSIONS}) g
      JOIN session s ON s.id = g.session_id ORDER BY g.last DESC, g.session_id`,
    params,
  );
  return rows.map(toSession);
}

function toSession(row: Row): IdentitySession {
  return {
    arn: textOrNull(row.arn),
    sessionName: textOrNull(row.session_name),
    accessKeyId: textOrNull(row.access_key_id),
    attempts: Number(row.n),
    firstMs: Number(row.first),
    lastMs: Number(row.last),
    attemptId: fromStoredId(row.attempt_id),
  };
}

async function readErrors(reader: Reader, { condition, params }: IdentitySql) {
  const rows = await reader.rows(
    `SELECT r.error, g.n FROM (SELECT a.reason_id, count(*)::DOUBLE AS n FROM attempt a
        WHERE a.reason_id IS NOT NULL AND ${condition} GROUP BY 1) g
      JOIN reason r ON r.id = g.reason_id ORDER BY g.n DESC, r.error LIMIT ${MOST_ERRORS}`,
    params,
  );
  return rows.map((row) => ({ value: String(row.error), count: Number(row.n) }));
}
