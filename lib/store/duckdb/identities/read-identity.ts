import type { IdentityRef } from "@/lib/domain/identity/identity-ref";
import type { IdentityCaller, IdentityFacts } from "@/lib/domain/summarize/identities/identity-report";
import { DAY_MS } from "@/lib/domain/time/durations";
import type { EpochMs } from "@/lib/domain/time/time-range";
import { timeWithin } from "../attempts/counted-rows";
import type { Database } from "../database";
import { type Reader, textOrNull } from "../sql-values";
import { readUse } from "../requests/read-use";
import { identitySql } from "./identity-sql";
import { findOwn, type OwnAttempts, type UsedDay } from "./own-attempts";
import { readIdentityOrigins } from "./read-identity-origins";
import { readIdentitySessions } from "./read-identity-sessions";

const MOST_CALLERS = 50;
const MOST_ERRORS = 20;

/** What is known of an identity, of all time; null = no attempt is its. */
export function readIdentity(database: Database, identity: IdentityRef): Promise<IdentityFacts | null> {
  return database.snapshot(async (snapshot) => {
    const sql = identitySql(identity);
    const own = await findOwn(snapshot, sql);
    const [newest, oldest] = [own.days[0], own.days.at(-1)];
    if (newest === undefined || oldest === undefined) return null;
    return {
      ...(await readSpan(snapshot, own, [oldest, newest])),
      callers: await readCallers(snapshot, own),
      sessions: await readIdentitySessions(snapshot, own),
      errors: await readErrors(snapshot, own),
      origins: await readIdentityOrigins(snapshot, own),
      kubernetes: await readUse(snapshot, sql),
    };
  });
}

/** Counts by day tell no instants: those are looked for in the first and the last day. */
async function readSpan(reader: Reader, { condition }: OwnAttempts, days: readonly UsedDay[]) {
  const within = days.map(({ startMs }) => `(${timeWithin({ from: startMs, to: startMs + DAY_MS })})`);
  const [span] = await reader.rows(
    `SELECT min(a.time_ms)::DOUBLE AS first, max(a.time_ms)::DOUBLE AS last
      FROM attempt a WHERE (${within.join(" OR ")}) AND ${condition}`,
  );
  return { firstMs: Number(span?.first), lastMs: Number(span?.last) };
}

async function readCallers(reader: Reader, own: OwnAttempts): Promise<IdentityCaller[]> {
  const rows = await reader.rows(
    `SELECT c.id, c.canonical_arn, c.unique_id, g.n, g.day FROM (SELECT t.caller_id, sum(a.n)::DOUBLE AS n,
        max(a.time_ms)::DOUBLE AS day FROM ${own.counts} a JOIN actor t ON t.id = a.actor_id
        WHERE ${own.condition} GROUP BY 1) g
      JOIN caller c ON c.id = g.caller_id ORDER BY g.n DESC, c.canonical_arn, c.unique_id LIMIT ${MOST_CALLERS}`,
  );
  if (rows.length === 0) return [];
  const lastUses = await readLastUses(reader, own, Math.min(...rows.map(({ day }) => Number(day))));
  return rows.map((row) => ({
    canonicalArn: textOrNull(row.canonical_arn),
    uniqueId: textOrNull(row.unique_id),
    attempts: Number(row.n),
    lastMs: lastUses.get(row.id) ?? Number(row.day),
  }));
}

/** By caller, of those that were used since then. */
async function readLastUses(reader: Reader, { condition }: OwnAttempts, sinceMs: EpochMs) {
  const rows = await reader.rows(
    `SELECT a.caller_id, max(a.time_ms)::DOUBLE AS last FROM attempt a
      WHERE a.time_ms >= $since::BIGINT AND ${condition} GROUP BY 1`,
    { since: sinceMs },
  );
  return new Map(rows.map((row) => [row.caller_id, Number(row.last)]));
}

async function readErrors(reader: Reader, { counts, condition }: OwnAttempts) {
  const rows = await reader.rows(
    `SELECT r.error, g.n FROM (SELECT a.reason_id, sum(a.n)::DOUBLE AS n FROM ${counts} a
        WHERE a.reason_id IS NOT NULL AND ${condition} GROUP BY 1) g
      JOIN reason r ON r.id = g.reason_id ORDER BY g.n DESC, r.error LIMIT ${MOST_ERRORS}`,
  );
  return rows.map((row) => ({ value: String(row.error), count: Number(row.n) }));
}
