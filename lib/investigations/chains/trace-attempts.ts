import type { Attempt } from "@/lib/domain/correlate/attempt";
import { isEksItself, originOfAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import type { Chain } from "@/lib/domain/correlate/chain/chain";
import type { NamedOrigin } from "@/lib/domain/correlate/chain/name-origin";
import { type SessionStart, startAsStored } from "@/lib/domain/correlate/chain/session-start";
import { traceChains } from "@/lib/domain/correlate/chain/trace-chains";
import type { AttemptChain } from "@/lib/domain/summarize/chain/attempt-chain";
import { missingHop } from "@/lib/domain/summarize/chain/missing-hop";
import type { TrailsRead } from "@/lib/domain/summarize/chain/why-missing";
import type { StoredCoverage } from "@/lib/domain/summarize/coverage/coverage-report";
import { spanOf } from "@/lib/domain/time/span-of";
import type { InvestigationContext } from "../investigation-context";
import { nameOrigins, type ToldOrigin } from "./name-origins";

/** A chain by itself; what others did is added where it is shown. */
export type TracedChain = Omit<AttemptChain, "sharedUsername">;

/** The chains of these attempts, in their order. Attempts of one session are traced once. */
export async function traceAttempts(
  attempts: readonly Attempt[],
  sources: readonly StoredCoverage[],
  { store, clock }: InvestigationContext,
): Promise<TracedChain[]> {
  const found = await findChains(attempts, store);
  const named = await nameOrigins(
    attempts.map((attempt, i) => toTold(attempt, found[i] ?? null)),
    store,
  );
  const read = { sources, nowMs: clock.now() };
  return named.map((origin, i) => ({
    ...toAttemptChain(attempts[i] as Attempt, found[i] ?? null, read),
    ...origin,
  }));
}

async function findChains(
  attempts: readonly Attempt[],
  store: InvestigationContext["store"],
): Promise<(Chain | null)[]> {
  const known = await store.knownSessions(
    attempts.map(({ id }) => id),
    spanOf(attempts.map(({ timeMs }) => timeMs)),
  );
  const starts = attempts.map((attempt) => startAsStored(attempt, known.get(attempt.id)));
  const sessions = bySession(starts.filter((start) => start !== null));
  const traced = await traceChains([...sessions.values()], (wants) => store.findHops(wants));
  const chains = new Map([...sessions.keys()].map((key, i) => [key, traced[i] ?? null]));
  return starts.map((start) => (start === null ? null : (chains.get(keyOf(start)) ?? null)));
}

function toTold(attempt: Attempt, chain: Chain | null): ToldOrigin {
  const { end: _, ...origin } = originOfAttempt(attempt, chain);
  return { origin, told: chain?.told ?? [], facts: chain?.facts ?? [] };
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

function toAttemptChain(
  attempt: Attempt,
  chain: Chain | null,
  read: TrailsRead,
): Omit<TracedChain, keyof NamedOrigin> {
  const { end } = originOfAttempt(attempt, chain);
  return {
    attemptId: attempt.id,
    logEventId: decidingLineOf(attempt),
    lookups: null,
    // EKS itself is named by the lines alone, whatever the chain may tell.
    facts: isEksItself(attempt, chain?.origin ?? null) ? [] : (chain?.facts ?? []),
    hops: chain?.hops ?? [],
    setAside: chain?.setAside ?? [],
    end,
    missing: chain === null || end === "origin" ? null : missingHop(chain, read),
  };
}

function decidingLineOf({ id, evidence }: Attempt): string | null {
  return evidence.find(({ recordId }) => recordId === id)?.eventId ?? null;
}
