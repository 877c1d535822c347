import type { Attempt } from "@/lib/domain/correlate/attempt";
import { classToFold } from "@/lib/domain/correlate/chain/attempt-origin";
import type { Origin } from "@/lib/domain/correlate/chain/chain";
import {
  type ClusterUsername,
  findOthers,
  type SharedUsername,
  type UsernameUse,
} from "@/lib/domain/summarize/chain/shared-username";
import type { IdentityStore } from "@/lib/ports/identity-store";

/** An attempt, and who is behind it. */
export interface NamedAttempt {
  readonly attempt: Attempt;
  readonly origin: Origin;
}

/** Of each attempt who else came as its username; of nodes and EKS's own actors it is not asked. */
export async function findSharedUsernames(
  named: readonly NamedAttempt[],
  store: Pick<IdentityStore, "usesOf">,
): Promise<(SharedUsername | null)[]> {
  const usernames = named.map(usernameOf);
  const asked = new Map(usernames.flatMap((one) => (one === null ? [] : [[keyOf(one), one] as const])));
  const uses = await store.usesOf([...asked.values()]);
  const known = new Map<string, UsernameUse[]>();
  for (const use of uses) known.set(keyOf(use), [...(known.get(keyOf(use)) ?? []), use]);
  return named.map(({ attempt, origin }, i) => {
    const username = usernames[i] ?? null;
    if (username === null) return null;
    const { canonicalArn = null, sessionName = null } = attempt.caller ?? {};
    const sessionNames = sessionName === null ? [] : [sessionName];
    return findOthers(username, { origin, canonicalArn, sessionNames }, known.get(keyOf(username)) ?? []);
  });
}

function usernameOf({ attempt, origin }: NamedAttempt): ClusterUsername | null {
  const { cluster, kubernetes } = attempt;
  if (!kubernetes?.username || ["node", "aws"].includes(classToFold(attempt.class, origin))) return null;
  return { cluster, username: kubernetes.username };
}

function keyOf({ cluster, username }: ClusterUsername): string {
  return JSON.stringify([cluster, username]);
}
