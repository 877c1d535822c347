import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import type { AttemptChain } from "@/lib/domain/summarize/chain/attempt-chain";
import type { ChainLookups } from "@/lib/domain/summarize/chain/chain-lookups";
import { chainQuery } from "@/lib/search-params/attempts/attempt-queries";

const LOOKING_POLL_MS = 1_000;
const WAITING_POLL_MS = 60_000;

/**
 * Has what a chain lacks looked up, and follows it: whenever more is known than the page shows, the page is asked for
 * anew. null = nothing can be looked up.
 */
export function useChainLookups(shown: AttemptChain): ChainLookups | null {
  const { data } = useQuery({
    ...chainQuery(shown.attemptId),
    enabled: shown.lookups !== null,
    refetchInterval: ({ state }) => pollMsOf(state.data?.lookups ?? null),
  });
  const router = useRouter();
  const asked = useRef<string | null>(null);
  const known = data === undefined ? null : stateOf(data);
  useEffect(() => {
    if (known === null || known === asked.current || known === stateOf(shown)) return;
    asked.current = known;
    router.refresh();
  }, [known, shown, router]);
  return data?.lookups ?? shown.lookups;
}

function pollMsOf(lookups: ChainLookups | null): number | false {
  if (lookups?.state === "looking") return LOOKING_POLL_MS;
  return lookups !== null && lookups.againMs !== null ? WAITING_POLL_MS : false;
}

/** What the page shows of it: where that differs, the page is behind. */
function stateOf({ hops, origin, end, missing, lookups }: AttemptChain): string {
  const ids = hops.map(({ eventId, alternatives }) => [eventId, alternatives]);
  return JSON.stringify([ids, origin, end, missing, lookups?.found ?? 0]);
}
