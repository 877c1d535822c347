import { CONFIDENCES } from "../correlate/attempt";
import type { Origin } from "../correlate/chain/chain";
import type { AttemptChain } from "./attempt-chain";
import type { IdentityAddress, IdentityOrigin } from "./identity-report";

/** Who stands at the start of these sessions' chains, those of most sessions first. One chain a session. */
export function countOrigins(chains: readonly AttemptChain[]): IdentityOrigin[] {
  const groups = new Map<string, Origin[]>();
  for (const { origin } of chains) {
    const key = JSON.stringify([origin.kind, origin.name, origin.userId]);
    groups.set(key, [...(groups.get(key) ?? []), origin]);
  }
  const origins = [...groups.values()].flatMap((group): IdentityOrigin[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { kind, name, nameFrom, userId } = first;
    return [{ kind, name, nameFrom, userId, sessions: group.length, sure: countSure(group) }];
  });
  return origins.sort((a, b) => b.sessions - a.sessions);
}

function countSure(group: readonly Origin[]): IdentityOrigin["sure"] {
  return [...CONFIDENCES, null]
    .map((confidence) => ({
      confidence,
      sessions: group.filter((origin) => origin.confidence === confidence).length,
    }))
    .filter(({ sessions }) => sessions > 0);
}

/** Where the chains' records say that credentials were asked from, each once with its latest record, newest first. */
export function listAddresses(chains: readonly AttemptChain[]): IdentityAddress[] {
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
