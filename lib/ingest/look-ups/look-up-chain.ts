import type { Lookup } from "@/lib/domain/correlate/lookups/lookup";
import { wantedLookups } from "@/lib/domain/correlate/lookups/wanted-lookups";
import type { EpochMs } from "@/lib/domain/time/time-range";
import type { EventStore } from "@/lib/ports/event-store";
import type { Urgency } from "@/lib/ports/request-budget";
import { isAlreadyRead } from "./already-read";
import type { LookupDesk } from "./lookup-desk";
import type { LookupProgress } from "./lookup-progress";
import { type TracedAttempt, traceAttempt } from "./trace-attempt";

/** No chain needs so many; an organisation's accounts are asked side by side. */
const MOST_LOOKUPS = 300;

export interface LookingUp {
  readonly desk: LookupDesk;
  readonly store: Pick<EventStore, "find" | "knownSessions" | "findHops" | "coverage">;
  /** Derives the attempts around an instant anew. */
  readonly derive: (atMs: EpochMs) => Promise<void>;
  readonly urgency: Urgency;
  /** Which of the look-ups are to be made; absent = all. */
  readonly takes?: (lookup: Lookup) => boolean;
}

/**
 * Looks up what an attempt's chain lacks, and what that leads to, until nothing is left to ask. Pairs of account and Region
 * are asked side by side; whatever one answers is followed at once.
 */
export async function lookUpChain(id: string, progress: LookupProgress, how: LookingUp): Promise<void> {
  const { desk, derive, urgency } = how;
  const follow = async (): Promise<void> => {
    const traced = await traceAttempt(id, how.store);
    if (traced === null) return;
    const lookups = progress.take(await findWanted(traced, how), MOST_LOOKUPS);
    await Promise.all(
      lookups.map(async (lookup) => {
        const outcome = await desk.ask(lookup, urgency);
        const isNew = outcome.kind === "answered" && outcome.added > 0;
        if (isNew) await derive(traced.attempt.timeMs);
        progress.answered(lookup, outcome);
        if (isNew) await follow();
      }),
    );
  };
  await follow();
}

async function findWanted({ attempt, chain }: TracedAttempt, how: LookingUp): Promise<Lookup[]> {
  const { desk, store, takes = () => true } = how;
  const wanted = wantedLookups(attempt, chain, desk.places()).filter(takes);
  if (wanted.length === 0) return [];
  const sources = await store.coverage();
  return wanted.filter((lookup) => !isAlreadyRead(lookup, sources));
}
