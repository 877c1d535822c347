import { entriesOf } from "./mapping/entries-of";
import { mapIdentity } from "./mapping/map-identity";
import type { MappedCaller } from "./mapping/mapped-caller";
import type { MappingDecision } from "./mapping/mapping-decision";
import { type NearMiss, nearMisses } from "./mapping/near-miss";
import { openConfiguration } from "./mapping/open-configuration";
import type { KnownConfiguration } from "./configuration/known-configuration";
import { accessOf, mappingsOf } from "./configuration/open-known";
import { indexAccess } from "./reach/cluster-access";
import { listReach, type ReachSummary } from "./reach/list-reach";
import { reachOf } from "./reach/reach-of";

/** What would become of a caller. */
export interface WhatIf {
  readonly decision: MappingDecision;
  /** Where he is not let in: entries that were probably meant for him, and why they are not. */
  readonly nearMisses: readonly NearMiss[];
  /** What he could do; null = he is not let in, or no roles and bindings are given. */
  readonly reach: ReachSummary | null;
}

/** What a cluster with this configuration would make of a caller, and what he could do there. */
export function whatIf(caller: MappedCaller, known: KnownConfiguration): WhatIf {
  const mappings = mappingsOf(known);
  const access = accessOf(known);
  const decision = mapIdentity(caller, openConfiguration(mappings));
  if (decision.outcome === "denied")
    return { decision, nearMisses: nearMisses(caller, entriesOf(mappings)), reach: null };
  const { username, groups } = decision;
  const principal = { arn: caller.canonicalArn, uniqueId: caller.userId || null };
  const subject = { username, groups, principal, isImpersonated: false };
  return {
    decision,
    nearMisses: [],
    reach: access === null ? null : listReach(reachOf(indexAccess(access), subject)),
  };
}
