import { type AttemptOrigin, originOfAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import { writeSessionStarts } from "../chains/session-starts";
import type { Writer } from "../writer";
import { isSession, type OfSession, ownerOf } from "./owner";
import { readSessionOrigins, type SessionOrigin } from "./session-origins";
import type { StaleSession } from "./owner";
import { markSessions } from "./stale-sessions";

/**
 * Who is behind attempts that are being stored, as far as their sessions were traced before; null = not yet. Marks the
 * sessions that are new, of which something else is known now, or that were used earlier than was known.
 */
export async function findOrigins(
  writer: Writer,
  attempts: readonly OfSession[],
): Promise<(AttemptOrigin | null)[]> {
  const named = attempts.filter(({ attempt }) => attempt.caller !== null);
  const changed = await writeSessionStarts(writer, named);
  const owners = [...new Set(named.map(ownerOf))];
  const known = new Map([
    ...(await readSessionOrigins(writer, owners.filter(isSession))),
    ...(await readSessionOrigins(
      writer,
      owners.filter((owner) => !isSession(owner)),
    )),
  ]);
  await markSessions(writer, outOfDate(named, known, changed));
  return attempts.map((of) => {
    const { attempt } = of;
    const found = attempt.caller === null ? undefined : known.get(ownerOf(of));
    if (found !== undefined) return originOfAttempt(attempt, { origin: found.origin, end: found.origin.end });
    return attempt.caller === null || attempt.class === "aws" ? originOfAttempt(attempt, null) : null;
  });
}

function outOfDate(
  attempts: readonly OfSession[],
  known: ReadonlyMap<bigint, SessionOrigin>,
  changed: ReadonlySet<bigint>,
): StaleSession[] {
  const firstUses = new Map<bigint, number>();
  for (const of of attempts) {
    const owner = ownerOf(of);
    firstUses.set(owner, Math.min(firstUses.get(owner) ?? Number.POSITIVE_INFINITY, of.attempt.timeMs));
  }
  return [...firstUses].flatMap(([owner, usedMs]) => {
    const before = known.get(owner);
    if (before === undefined) return [{ owner, usedMs }];
    const isEarlier = Math.floor(usedMs) < before.usedMs;
    return isEarlier || changed.has(owner) ? [{ owner, usedMs: Math.min(usedMs, before.usedMs) }] : [];
  });
}
