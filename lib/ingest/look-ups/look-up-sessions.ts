import { keyOfPlace } from "@/lib/domain/correlate/lookups/lookup";
import type { Clock } from "@/lib/ports/clock";
import { type EventStore, type SessionToLookUp, StoreError } from "@/lib/ports/event-store";
import { type LookingUp, lookUpChain } from "./look-up-chain";
import { LookupProgress } from "./lookup-progress";
import type { ReadingWays } from "./reading-ways";

const MINUTE_MS = 60_000;
const EVERY_MS = MINUTE_MS;
/** Then CloudTrail has delivered what it will, and an answer holds; who waits for less has it looked up himself. */
const SETTLED_MS = 17 * MINUTE_MS;
const AT_ONCE = 40;

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
  while (!signal.aborted) {
    try {
      await clock.sleep(EVERY_MS, signal);
      while (!signal.aborted && (await lookUpSome(options)));
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof StoreError && error.code === "disk-full")) return onFailure(error);
    }
  }
}

/** Whether there may be more to look up at once. */
async function lookUpSome(options: SessionsOptions): Promise<boolean> {
  const { store, ways, clock, lookbackMs } = options;
  const places = ways.lookedUp();
  if (places.length === 0) return false;
  const now = clock.now();
  const sessions = await store.sessionsToLookUp({
    accountIds: [...new Set(places.map(({ accountId }) => accountId))],
    range: { from: now - lookbackMs, to: now - SETTLED_MS },
    limit: AT_ONCE,
  });
  const keys = new Set(places.map(keyOfPlace));
  const answered = await Promise.all(sessions.map((session) => lookUp(session, keys, options)));
  const done = sessions.filter((_, i) => answered[i]);
  if (done.length > 0) await store.markLookedUp(done.map(({ sessionId }) => sessionId));
  return sessions.length === AT_ONCE && done.length === sessions.length;
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
