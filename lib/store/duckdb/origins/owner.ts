import type { Attempt } from "@/lib/domain/correlate/attempt";
import { toStoredId } from "../attempts/attempt-codes";

/** An attempt with the id of its session. */
export interface OfSession {
  readonly attempt: Attempt;
  readonly sessionId: number | null;
}

/**
 * To whom belongs what is known of an attempt's credentials: to its session. Where the log prints no key, sessions of one
 * name cannot be told apart by it, and it belongs to the attempt.
 */
export function ownerOf({ attempt, sessionId }: OfSession): bigint {
  const hasKey = sessionId !== null && (attempt.caller?.accessKeyId ?? null) !== null;
  return hasKey ? BigInt(sessionId) : toStoredId(attempt.id);
}

/** The same over `a` (`attempt`) and `t` (its `session`, which may be absent). */
export const OWNER = "CASE WHEN t.access_key_id IS NULL THEN a.id ELSE t.id::UHUGEINT END";

/** Ids of sessions are small; those of attempts have 128 bits, and none of them is that small. */
export function isSession(owner: bigint): boolean {
  return owner < 2n ** 31n;
}

/** A session whose origin is out of date, and when it was used first. */
export interface StaleSession {
  readonly owner: bigint;
  readonly usedMs: number;
}
