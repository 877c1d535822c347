import type { Attempt } from "@/lib/domain/correlate/attempt";
import { originOfAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import type { Chain } from "@/lib/domain/correlate/chain/chain";
import { type SessionStart, startAsStored } from "@/lib/domain/correlate/chain/session-start";
import { traceChains } from "@/lib/domain/correlate/chain/trace-chains";
import type { AttemptChain } from "@/lib/domain/summarize/attempt-chain";
import { missingHop } from "@/lib/domain/summarize/missing-hop";
import type { TrailsRead } from "@/lib/domain/summarize/why-missing";
import type { StoredCoverage } from "@/lib/domain/summarize/coverage-report";
import { spanOf } from "@/lib/domain/time/span-of";
import type { InvestigationContext } from "./investigation-context";

/** The chains of these attempts, in their order. Attempts of one session are traced once. */
export async function traceAttempts(
  attempts: readonly Attempt[],
  sources: readonly StoredCoverage[],
  { store, clock }: InvestigationContext,
): Promise<AttemptChain[]> {
  const within = spanOf(attempts.map(({ timeMs }) => timeMs));
  const known = await store.knownSessions(
    attempts.map(({ id }) => id),
    within,
  );
  const starts = attempts.map((attempt) => startAsStored(attempt, known.get(attempt.id)));
  const sessions = bySession(starts.filter((start) => start !== null));
  const traced = await traceChains([...sessions.values()], (wants) => store.findHops(wants));
  const chains = new Map([...sessions.keys()].map((key, i) => [key, traced[i] ?? null]));
  const read = { sources, nowMs: clock.now() };
  return attempts.map((attempt, i) => {
    const start = starts[i] ?? null;
    return toAttemptChain(attempt, start === null ? null : (chains.get(keyOf(start)) ?? null), read);
  });
}

/** Each session with its earliest use: it was issued before that. */
function bySession(starts: readonly SessionStart[]): ReadonlyMap<string, SessionStart> {
  const sessions = new Map<string, SessionStart>();
  for (const start of starts) {
    const known = sessions.get(keyOf(start));
    if (known === undefined || start.usedMs < known.usedMs) sessions.set(keyOf(start), start);
  }
  return sessions;
}

function keyOf({ credentials, confidence }: SessionStart): string {
  return JSON.stringify([confidence, credentials]);
}

function toAttemptChain(attempt: Attempt, chain: Chain | null, read: TrailsRead): AttemptChain {
  const { end, ...origin } = originOfAttempt(attempt, chain);
  return {
    attemptId: attempt.id,
    logEventId: decidingLineOf(attempt),
    lookups: null,
    origin,
    // EKS itself is named by the lines alone, whatever the chain may tell.
    facts: attempt.class === "aws" ? [] : (chain?.facts ?? []),
    hops: chain?.hops ?? [],
    setAside: chain?.setAside ?? [],
    end,
    missing: chain === null || end === "origin" ? null : missingHop(chain, read),
  };
}

function decidingLineOf({ id, evidence }: Attempt): string | null {
  return evidence.find(({ recordId }) => recordId === id)?.eventId ?? null;
}
