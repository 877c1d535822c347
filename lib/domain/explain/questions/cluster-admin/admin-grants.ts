import type { ClusterAccess } from "../../reach/cluster-access";
import type { GrantSource } from "../../reach/grant";
import { listReach } from "../../reach/list-reach";
import { reachOf } from "../../reach/reach-of";
import { MASTERS, type ReachSubject } from "../../reach/subject";

const OF_MASTERS: GrantSource = { kind: "masters" };

/**
 * By what an identity may do everything in the whole cluster; empty = by nothing that is known. A member of system:masters needs
 * nothing else. `access`: null = nothing is known.
 */
export function adminGrants(access: ClusterAccess | null, subject: ReachSubject): GrantSource[] {
  if (subject.groups.includes(MASTERS)) return [OF_MASTERS];
  if (access === null) return [];
  const { everywhere } = listReach(reachOf(access, subject));
  return everywhere.filter(({ isAdmin }) => isAdmin).map(({ source }) => source);
}
