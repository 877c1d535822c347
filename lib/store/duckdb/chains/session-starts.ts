import { UHUGEINT, VARCHAR } from "@duckdb/node-api";
import type { Attempt, StsMatch } from "@/lib/domain/correlate/attempt";
import type { KnownSession } from "@/lib/domain/correlate/chain/session-start";
import { spanOf } from "@/lib/domain/time/span-of";
import type { TimeRange } from "@/lib/domain/time/time-range";
import type { StoredSession } from "@/lib/domain/correlate/chain/session-start";
import { fromStoredId, toStoredId } from "../attempts/attempt-codes";
import { timeWithin } from "../attempts/counted-rows";
import { isSession, type OfSession, OWNER, ownerOf } from "../origins/owner";
import type { Reader, Row } from "../sql-values";
import type { Writer } from "../writer";

const NEAR_MS = 60_000;

/**
 * Keeps for each session what the record of its GetCallerIdentity says of its credentials: more than the log tells, and
 * needed when the record itself is long gone. One that is joined by key wins over one that is not. Gives the owners of
 * which more or something else is known now.
 */
export async function writeSessionStarts(
  writer: Writer,
  of: readonly OfSession[],
): Promise<ReadonlySet<bigint>> {
  const chosen = choose(of);
  const kept = await readStarts(writer, [...new Set(of.map(ownerOf))]);
  const wanted = findWanted(chosen, kept);
  const credentials = await credentialsOf(writer, [...wanted.values()]);
  const rows = [...wanted].flatMap(([owner, { sts }]) => {
    const text = credentials.get(sts.eventId);
    const before = kept.get(owner);
    const isSame = before?.confidence === sts.confidence && JSON.stringify(before.credentials) === text;
    return text === undefined || isSame ? [] : [{ owner, confidence: sts.confidence, text }];
  });
  const lost = of
    .filter(isOwn)
    .map(ownerOf)
    .filter((owner) => kept.has(owner) && !chosen.has(owner));
  const owners = [...rows.map(({ owner }) => owner), ...lost];
  if (owners.length === 0) return new Set();
  await writer.run("DELETE FROM session_start WHERE owner IN (SELECT unnest($owners::UHUGEINT[]))", {
    owners,
  });
  await writer.append(
    "session_start",
    [UHUGEINT, VARCHAR, VARCHAR],
    [rows.map(({ owner }) => owner), rows.map(({ confidence }) => confidence), rows.map(({ text }) => text)],
  );
  return new Set(owners);
}

/** By owner; those of which no record is known are absent. */
export async function readStarts(
  reader: Reader,
  owners: readonly bigint[],
): Promise<ReadonlyMap<bigint, KnownSession>> {
  if (owners.length === 0) return new Map();
  const rows = await reader.rows(
    "SELECT * FROM session_start WHERE owner IN (SELECT unnest($owners::UHUGEINT[]))",
    {
      owners,
    },
  );
  return new Map(rows.map((row) => [row.owner as bigint, toKnown(row)]));
}

/** Of the sessions of these attempts, by attempt; those of which nothing is known are absent. */
export async function readStoredSessions(
  reader: Reader,
  attemptIds: readonly string[],
  within: TimeRange,
): Promise<ReadonlyMap<string, StoredSession>> {
  if (attemptIds.length === 0) return new Map();
  const rows = await reader.rows(
    `SELECT a.id, s.confidence, s.credentials, o.used_ms FROM (SELECT a.id, ${OWNER} AS owner
        FROM (SELECT id, session_id FROM attempt WHERE ${timeWithin(within)} AND id IN (SELECT unnest($ids::UHUGEINT[]))) a
        LEFT JOIN session t ON t.id = a.session_id) a
      LEFT JOIN session_start s ON s.owner = a.owner LEFT JOIN session_origin o ON o.owner = a.owner`,
    { ids: attemptIds.map(toStoredId) },
  );
  return new Map(
    rows.map((row) => [
      fromStoredId(row.id),
      {
        start: row.credentials === null ? null : toKnown(row),
        firstMs: row.used_ms === null ? null : Number(row.used_ms),
      },
    ]),
  );
}

type Matched = Attempt & { readonly sts: StsMatch & { readonly eventId: string } };

/** For each owner of a start the attempt that tells it best. */
function choose(of: readonly OfSession[]): ReadonlyMap<bigint, Matched> {
  const chosen = new Map<bigint, Matched>();
  for (const one of of) {
    const { attempt } = one;
    if (!isMatched(attempt)) continue;
    const owner = ownerOf(one);
    const before = chosen.get(owner);
    if (before === undefined || (!isKeyed(before.sts) && isKeyed(attempt.sts))) chosen.set(owner, attempt);
  }
  return chosen;
}

/** Whether what is known belongs to the attempt alone. */
function isOwn(of: OfSession): boolean {
  return !isSession(ownerOf(of));
}

function isMatched(attempt: Attempt): attempt is Matched {
  return attempt.sts !== null && attempt.sts.eventId !== null;
}

function isKeyed({ confidence }: { readonly confidence: string }): boolean {
  return confidence === "keyed";
}

/** Those that tell more than what is kept. An attempt's own start is always told anew: its event may have changed. */
function findWanted(
  chosen: ReadonlyMap<bigint, Matched>,
  kept: ReadonlyMap<bigint, KnownSession>,
): ReadonlyMap<bigint, Matched> {
  return new Map(
    [...chosen].filter(([owner, { sts }]) => {
      const before = kept.get(owner);
      return before === undefined || !isSession(owner) || (!isKeyed(before) && isKeyed(sts));
    }),
  );
}

function toKnown(row: Row): KnownSession {
  return {
    confidence: row.confidence === "keyed" ? "keyed" : "timed",
    credentials: JSON.parse(String(row.credentials)) as KnownSession["credentials"],
  };
}

/** Of the events that attempts were matched with: they stand within seconds of them. */
async function credentialsOf(
  writer: Writer,
  attempts: readonly Matched[],
): Promise<ReadonlyMap<string, string>> {
  if (attempts.length === 0) return new Map();
  const { from, to } = spanOf(attempts.map(({ timeMs }) => timeMs));
  const rows = await writer.rows(
    `SELECT event_id, credentials FROM sts_event WHERE candidate AND credentials IS NOT NULL
      AND time_ms >= $from AND time_ms < $to AND event_id IN (SELECT unnest($ids))`,
    {
      ids: attempts.map(({ sts }) => sts.eventId),
      from: from - NEAR_MS,
      to: to + NEAR_MS,
    },
  );
  return new Map(rows.map((row) => [String(row.event_id), String(row.credentials)]));
}
