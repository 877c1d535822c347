import { traceWithWants } from "@/lib/domain/correlate/chain/trace-chains";
import type { ReadingStore } from "@/lib/ports/event-store";

/** Sessions that are traced at once: enough for the look-ups to pay, few enough to hold all that they lead to. */
const AT_ONCE = 500;

/** Traces the sessions whose origin is out of date, those used last first, until none is. Gives how many it traced. */
export async function traceOrigins(
  store: Pick<ReadingStore, "staleSessions" | "writeOrigins" | "findHops">,
  signal?: AbortSignal,
): Promise<number> {
  let done = 0;
  for (;;) {
    const sessions = signal?.aborted ? [] : await store.staleSessions(AT_ONCE);
    if (sessions.length === 0) return done;
    const starts = sessions.map(({ start }) => start).filter((start) => start !== null);
    const traced = await traceWithWants(starts, (wants) => store.findHops(wants));
    const next = traced.values();
    await store.writeOrigins(
      sessions.map((session) => ({
        ...session,
        traced: session.start === null ? null : (next.next().value ?? null),
      })),
    );
    done += sessions.length;
  }
}
