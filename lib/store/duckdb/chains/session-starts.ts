import { UHUGEINT, VARCHAR } from "@duckdb/node-api";
import type { Attempt, StsMatch } from "@/lib/domain/correlate/attempt";
import type { KnownSession } from "@/lib/domain/correlate/chain/session-start";
import { spanOf } from "@/lib/domain/time/span-of";
import type { TimeRange } from "@/lib/domain/time/time-range";
import { fromStoredId, toStoredId } from "../attempt-codes";
import { timeWithin } from "../counted-rows";
import type { Reader, Row } from "../sql-values";
import type { Writer } from "../writer";

/** An attempt with the id of its session. */
export interface OfSession {
  readonly attempt: Attempt;
  readonly sessionId: number | null;
}

const NEAR_MS = 60_000;

/**
 * Keeps for each session what the record of its GetCallerIdentity says of its credentials: more than the log tells, and
 * needed when the record itself is long gone. One that is joined by key wins over one that is not. Where the log prints
 * no key, sessions of one name cannot be told apart by it: what is known is then kept for each attempt.
 */
export async function writeSessionStarts(writer: Writer, of: readonly OfSession[]): Promise<void> {
  const wanted = await findWanted(writer, choose(of));
  const credentials = await credentialsOf(writer, [...wanted.values()]);
  const rows = [...wanted].flatMap(([owner, { sts }]) => {
    const text = credentials.get(sts.eventId);
    return text === undefined ? [] : [{ owner, confidence: sts.confidence, text }];
  });
  if (rows.length === 0) return;
  const owners = rows.map(({ owner }) => owner);
  await writer.run("DELETE FROM session_start WHERE owner IN (SELECT unnest($owners))", { owners });
  await writer.append(
    "session_start",
    [UHUGEINT, VARCHAR, VARCHAR],
    [owners, rows.map(({ confidence }) => confidence), rows.map(({ text }) => text)],
  );
}

/** Of the sessions of these attempts, by attempt; those of which no record is known are absent. */
export async function readSessionStarts(
  reader: Reader,
  attemptIds: readonly string[],
  within: TimeRange,
): Promise<ReadonlyMap<string, KnownSession>> {
  if (attemptIds.length === 0) return new Map();
  const rows = await reader.rows(
    `SELECT a.id, s.confidence, s.credentials FROM (SELECT id, session_id FROM attempt
        WHERE ${timeWithin(within)} AND id IN (SELECT unnest($ids))) a
      JOIN session t ON t.id = a.session_id
      JOIN session_start s ON s.owner = CASE WHEN t.access_key_id IS NULL THEN a.id ELSE t.id::UHUGEINT END`,
    { ids: attemptIds.map(toStoredId) },
  );
  return new Map(rows.map((row) => [fromStoredId(row.id), toKnown(row)]));
}

type Matched = Attempt & { readonly sts: StsMatch & { readonly eventId: string } };

/** For each owner of a start the attempt that tells it best. */
function choose(of: readonly OfSession[]): ReadonlyMap<bigint, Matched> {
  const chosen = new Map<bigint, Matched>();
  for (const { attempt, sessionId } of of) {
    if (sessionId === null || !isMatched(attempt)) continue;
    const hasKey = (attempt.caller?.accessKeyId ?? null) !== null;
    const owner = hasKey ? BigInt(sessionId) : toStoredId(attempt.id);
    const before = chosen.get(owner);
    if (before === undefined || (!isKeyed(before.sts) && isKeyed(attempt.sts))) chosen.set(owner, attempt);
  }
  return chosen;
}

function isMatched(attempt: Attempt): attempt is Matched {
  return attempt.sts !== null && attempt.sts.eventId !== null;
}

function isKeyed({ confidence }: { readonly confidence: string }): boolean {
  return confidence === "keyed";
}

/** Those that tell more than what is kept. An attempt's own start is always told anew: its event may have changed. */
async function findWanted(
  writer: Writer,
  chosen: ReadonlyMap<bigint, Matched>,
): Promise<ReadonlyMap<bigint, Matched>> {
  if (chosen.size === 0) return chosen;
  const rows = await writer.rows("SELECT * FROM session_start WHERE owner IN (SELECT unnest($owners))", {
    owners: [...chosen.keys()],
  });
  const kept = new Map(rows.map((row) => [row.owner as bigint, toKnown(row)]));
  return new Map(
    [...chosen].filter(([owner, { id, sts }]) => {
      const before = kept.get(owner);
      return before === undefined || owner === toStoredId(id) || (!isKeyed(before) && isKeyed(sts));
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
