import { selects } from "../../parse/rbac/label-selector";
import type { Role } from "../../parse/rbac/rbac-object";
import type { GrantedRule } from "./grant";

export interface EffectiveRules {
  readonly rules: readonly GrantedRule[];
  /** false = some rules could not be read. */
  readonly isWhole: boolean;
}

/**
 * The rules that hold for a role. A ClusterRole that aggregates has those of the roles it selects, which may aggregate
 * themselves; what it states of its own is overwritten by Kubernetes. Where it selects none of the roles given, they
 * are not all here, and what it states is what the API server has filled in.
 */
export function effectiveRules(role: Role, clusterRoles: readonly Role[]): EffectiveRules {
  const stating: Role[] = [];
  const seen = new Set<Role>([role]);
  for (const one of seen) {
    const selected = selectedBy(one, clusterRoles);
    if (selected.length === 0) stating.push(one);
    for (const next of selected) seen.add(next);
  }
  stating.sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    rules: stating.flatMap(({ name, rules }) => rules.map((rule) => ({ ...rule, statedBy: name }))),
    isWhole: [...seen].every(({ isWhole }) => isWhole),
  };
}

function selectedBy(role: Role, clusterRoles: readonly Role[]): readonly Role[] {
  const { aggregates } = role;
  if (aggregates === null || aggregates.length === 0) return [];
  return clusterRoles.filter(
    (other) => other !== role && aggregates.some((selector) => selects(selector, other.labels)),
  );
}
