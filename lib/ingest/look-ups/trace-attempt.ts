import type { Attempt } from "@/lib/domain/correlate/attempt";
import type { Chain } from "@/lib/domain/correlate/chain/chain";
import { startAsStored } from "@/lib/domain/correlate/chain/session-start";
import { traceChains } from "@/lib/domain/correlate/chain/trace-chains";
import { spanOf } from "@/lib/domain/time/span-of";
import type { EventStore } from "@/lib/ports/event-store";

export interface TracedAttempt {
  readonly attempt: Attempt;
  /** null = STS vouched for nobody. */
  readonly chain: Chain | null;
}

/** One attempt and its chain, as far as they are known by now; null = there is no such attempt. */
export async function traceAttempt(
  id: string,
  store: Pick<EventStore, "find" | "knownSessions" | "findHops">,
): Promise<TracedAttempt | null> {
  const attempt = await store.find(id);
  if (attempt === null) return null;
  const known = await store.knownSessions([id], spanOf([attempt.timeMs]));
  const start = startAsStored(attempt, known.get(id));
  if (start === null) return { attempt, chain: null };
  const [chain = null] = await traceChains([start], (wants) => store.findHops(wants));
  return { attempt, chain };
}
