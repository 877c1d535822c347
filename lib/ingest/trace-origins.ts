import { traceWithWants } from "@/lib/domain/correlate/chain/trace-chains";
import type { ReadingStore } from "@/lib/ports/reading-store";

/** Sessions that are traced at once: enough for the look-ups to pay, few enough to hold all that they lead to. */
const AT_ONCE = 500;

export interface TracingWish {
  readonly signal?: AbortSignal;
  /** Asked after each batch; absent = until none is out of date. */
  readonly goesOn?: () => boolean;
}

/**
 * Traces the sessions whose origin is out of date, those used last first. Gives whether none is left. Not twice at once
 * over one store: what a session asks for is known only when it was traced, and an event that comes before is missed.
 */
export async function traceOrigins(
  store: Pick<ReadingStore, "staleSessions" | "writeOrigins" | "findHops">,
  { signal, goesOn = () => true }: TracingWish = {},
): Promise<boolean> {
  for (;;) {
    if (signal?.aborted) return false;
    const sessions = await store.staleSessions(AT_ONCE);
    if (sessions.length === 0) return true;
    const starts = sessions.map(({ start }) => start).filter((start) => start !== null);
    const traced = await traceWithWants(starts, (wants) => store.findHops(wants));
    const next = traced.values();
    await store.writeOrigins(
      sessions.map((session) => ({
        ...session,
        traced: session.start === null ? null : (next.next().value ?? null),
      })),
    );
    if (!goesOn()) return false;
  }
}
