import type { IdentitySession } from "@/lib/domain/summarize/identities/identity-report";
import type { EpochMs } from "@/lib/domain/time/time-range";
import { fromStoredId } from "../attempts/attempt-codes";
import { type Reader, type Row, textOrNull } from "../sql-values";
import type { OwnAttempts, UsedDay } from "./own-attempts";

const MOST_SESSIONS = 50;
/** As many attempts are most often of more sessions than are listed. */
const ENOUGH_ATTEMPTS = 20 * MOST_SESSIONS;

/**
 * The sessions of an identity that were used last. They are looked for in the latest of its days, newest first, and in all of
 * them where those have too few: a session that was used in none of the latest days was used before all that were.
 */
export async function readIdentitySessions(reader: Reader, own: OwnAttempts): Promise<IdentitySession[]> {
  let ids: number[] = [];
  for (const sinceMs of new Set([startOfLatest(own.days), 0]))
    if (ids.length < MOST_SESSIONS) ids = await findLatest(reader, own, sinceMs);
  const rows = await reader.rows(
    `SELECT s.arn, s.session_name, s.access_key_id, g.* FROM (SELECT a.session_id, count(*)::DOUBLE AS n,
        min(a.time_ms)::DOUBLE AS first, max(a.time_ms)::DOUBLE AS last, arg_max(a.id, a.time_ms) AS attempt_id
        FROM attempt a WHERE a.session_id IN (SELECT unnest($ids)::INTEGER) AND ${own.condition} GROUP BY 1) g
      JOIN session s ON s.id = g.session_id ORDER BY g.last DESC, g.session_id`,
    { ids },
  );
  return rows.map(toSession);
}

/** 0: all days are needed. */
function startOfLatest(days: readonly UsedDay[]): EpochMs {
  let attempts = 0;
  const enough = days.find((day) => {
    attempts += day.attempts;
    return attempts >= ENOUGH_ATTEMPTS;
  });
  return enough?.startMs ?? 0;
}

async function findLatest(reader: Reader, { condition }: OwnAttempts, sinceMs: EpochMs): Promise<number[]> {
  const rows = await reader.rows(
    `SELECT a.session_id FROM attempt a WHERE a.session_id IS NOT NULL AND a.time_ms >= $since::BIGINT AND ${condition}
      GROUP BY 1 ORDER BY max(a.time_ms) DESC, a.session_id LIMIT ${MOST_SESSIONS}`,
    { since: sinceMs },
  );
  return rows.map((row) => Number(row.session_id));
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
