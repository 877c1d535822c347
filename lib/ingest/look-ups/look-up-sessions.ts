import { keyOfPlace } from "@/lib/domain/correlate/lookups/lookup";
import { MINUTE_MS } from "@/lib/domain/time/durations";
import type { EpochMs } from "@/lib/domain/time/time-range";
import type { Clock } from "@/lib/ports/clock";
import type { EventStore } from "@/lib/ports/event-store";
import type { SessionToLookUp } from "@/lib/ports/lookup-store";
import { StoreError } from "@/lib/ports/store-error";
import { type LookingUp, lookUpChain } from "./look-up-chain";
import { LookupProgress } from "./lookup-progress";
import type { ReadingWays } from "./reading-ways";

const EVERY_MS = MINUTE_MS;
/** Then CloudTrail has delivered what it will, and an answer holds; who waits for less has it looked up himself. */
const SETTLED_MS = 17 * MINUTE_MS;
const AT_ONCE = 40;
/** Found with one question: each goes through all attempts of the look-back. */
const FOUND_AT_ONCE = 2_000;
/** What could not be answered is asked again after that, and holds up nobody meanwhile. */
const HELD_MS = 10 * MINUTE_MS;

export interface SessionsOptions extends Omit<LookingUp, "urgency" | "takes" | "store"> {
  readonly store: LookingUp["store"] & Pick<EventStore, "sessionsToLookUp" | "markLookedUp">;
  readonly ways: ReadingWays;
  readonly clock: Clock;
  readonly lookbackMs: number;
  readonly signal: AbortSignal;
  /** Told of what is no source's failure. */
  readonly onFailure: (error: unknown) => void;
}

/** In the background, looks up each new session of the accounts that are not scanned, until the signal. */
export async function lookUpSessions(options: SessionsOptions): Promise<void> {
  const { clock, signal, onFailure } = options;
  const held = new Map<bigint, EpochMs>();
  while (!signal.aborted) {
    try {
      await clock.sleep(EVERY_MS, signal);
      while (!signal.aborted && (await lookUpSome(options, held)));
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof StoreError && error.code === "disk-full")) return onFailure(error);
    }
  }
}

/** Whether there may be more to look up at once. `held`: until when whom that could not be answered for. */
async function lookUpSome(options: SessionsOptions, held: Map<bigint, EpochMs>): Promise<boolean> {
  const { store, ways, clock, lookbackMs, signal } = options;
  const places = ways.lookedUp();
  if (places.length === 0) return false;
  const now = clock.now();
  const sessions = await store.sessionsToLookUp({
    accountIds: [...new Set(places.map(({ accountId }) => accountId))],
    range: { from: now - lookbackMs, to: now - SETTLED_MS },
    limit: FOUND_AT_ONCE + held.size,
  });
  const keys = new Set(places.map(keyOfPlace));
  const due = sessions.filter(({ owner }) => (held.get(owner) ?? 0) <= now);
  for (let from = 0; from < due.length && !signal.aborted; from += AT_ONCE) {
    const some = due.slice(from, from + AT_ONCE);
    const answered = await Promise.all(some.map((session) => lookUp(session, keys, options)));
    const done = some.filter((_, i) => answered[i]).map(({ owner }) => owner);
    for (const { owner } of some) held.set(owner, clock.now() + HELD_MS);
    for (const owner of done) held.delete(owner);
    if (done.length > 0) await store.markLookedUp(done);
  }
  return due.length >= FOUND_AT_ONCE;
}

/** Whether all that was asked was answered: what failed is asked again later. */
async function lookUp(
  { attemptId }: SessionToLookUp,
  places: ReadonlySet<string>,
  options: SessionsOptions,
): Promise<boolean> {
  const progress = new LookupProgress();
  await lookUpChain(attemptId, progress, {
    ...options,
    urgency: "background",
    takes: ({ place }) => places.has(keyOfPlace(place)),
  });
  return progress.report(0).problems.length === 0;
}
