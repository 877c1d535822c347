import type { Attempt } from "@/lib/domain/correlate/attempt";
import { classToFold } from "@/lib/domain/correlate/chain/attempt-origin";
import type { AttemptChain } from "@/lib/domain/summarize/chain/attempt-chain";
import {
  type ClusterUsername,
  findOthers,
  type SharedUsername,
  type UsernameUse,
} from "@/lib/domain/summarize/chain/shared-username";
import type { IdentityStore } from "@/lib/ports/identity-store";
import type { TracedChain } from "./trace-attempts";

/** The chains of these attempts, each with who else came as its username; of nodes and EKS's own actors it is not asked. */
export async function addSharedUsernames(
  attempts: readonly Attempt[],
  chains: readonly TracedChain[],
  store: Pick<IdentityStore, "usesOf">,
): Promise<AttemptChain[]> {
  const holders = chains.map((chain, i) => toHolder(attempts[i] as Attempt, chain));
  const asked = new Map(holders.flatMap((one) => (one === null ? [] : [[keyOf(one), one] as const])));
  const uses = byUsername(await store.usesOf([...asked.values()]));
  return chains.map((chain, i) => {
    const holder = holders[i] ?? null;
    const shared: SharedUsername | null =
      holder === null ? null : findOthers(holder, holder, uses.get(keyOf(holder)) ?? []);
    return { ...chain, sharedUsername: shared };
  });
}

function toHolder({ cluster, class: byLines, caller, kubernetes }: Attempt, { origin }: TracedChain) {
  if (!kubernetes?.username || ["node", "aws"].includes(classToFold(byLines, origin))) return null;
  const { canonicalArn = null, sessionName = null } = caller ?? {};
  const sessionNames = sessionName === null ? [] : [sessionName];
  return { cluster, username: kubernetes.username, origin, canonicalArn, sessionNames };
}

function byUsername(uses: readonly UsernameUse[]): ReadonlyMap<string, UsernameUse[]> {
  const known = new Map<string, UsernameUse[]>();
  for (const use of uses) {
    const same = known.get(keyOf(use));
    if (same === undefined) known.set(keyOf(use), [use]);
    else same.push(use);
  }
  return known;
}

function keyOf({ cluster, username }: ClusterUsername): string {
  return JSON.stringify([cluster, username]);
}
