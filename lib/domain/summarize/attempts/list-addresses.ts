import type { AttemptChain } from "../chain/attempt-chain";
import type { IdentityAddress } from "../identities/identity-report";

/** Where the chains' records say that credentials were asked from, each once with its latest record, newest first. */
export function listAddresses(
  chains: readonly Pick<AttemptChain, "attemptId" | "hops">[],
): IdentityAddress[] {
  const found = new Map<string, IdentityAddress>();
  for (const { attemptId, hops } of chains) {
    for (const { sourceIp, userAgent, kind, timeMs } of hops) {
      if (sourceIp === null) continue;
      const key = JSON.stringify([sourceIp, kind]);
      if ((found.get(key)?.lastMs ?? Number.NEGATIVE_INFINITY) >= timeMs) continue;
      found.set(key, { address: sourceIp, userAgent, hop: kind, lastMs: timeMs, attemptId });
    }
  }
  return [...found.values()].sort((a, b) => b.lastMs - a.lastMs || (a.address < b.address ? -1 : 1));
}
