import { groupBy } from "../group-by";
import { type Refused, unknownGrant } from "./explain-reach";
import type { Grant, GrantedRule, UnknownGrant } from "./grant";
import type { Reach } from "./reach-of";

/** What an identity may do at all. */
export interface ReachSummary {
  readonly isMaster: boolean;
  /** May do everything in the whole cluster: as a master, or by a grant such as cluster-admin's. */
  readonly isClusterAdmin: boolean;
  readonly everywhere: readonly ListedGrant[];
  /** By name; an access policy may hold for a pattern such as `dev-*`. */
  readonly inNamespaces: readonly NamespaceReach[];
  /** Grants that give nothing, and why. */
  readonly without: readonly Refused[];
  readonly unknown: readonly UnknownGrant[];
}

export interface NamespaceReach {
  readonly namespace: string;
  readonly grants: readonly ListedGrant[];
}

export interface ListedGrant {
  readonly source: Grant["source"];
  readonly rules: readonly GrantedRule[];
  /** All verbs on all resources, where it holds. */
  readonly isAdmin: boolean;
}

export function listReach({ isMaster, grants, unknown }: Reach): ReachSummary {
  const giving = grants.filter(({ obstacle, rules }) => obstacle === null && rules.length > 0);
  const everywhere = giving.filter(({ scope }) => scope.kind === "cluster").map(toListed);
  return {
    isMaster,
    isClusterAdmin: isMaster || everywhere.some(({ isAdmin }) => isAdmin),
    everywhere,
    inNamespaces: listNamespaces(giving),
    without: grants.flatMap(toRefused),
    unknown: [
      ...grants.flatMap((grant) => (grant.unknown === null ? [] : [unknownGrant(grant, grant.unknown)])),
      ...unknown,
    ],
  };
}

function toListed({ source, rules }: Grant): ListedGrant {
  return { source, rules, isAdmin: givesEverything(rules) };
}

/** All verbs on all resources. */
export function givesEverything(rules: readonly GrantedRule[]): boolean {
  return rules.some(isEverything);
}

function isEverything({ verbs, apiGroups, resources, resourceNames }: GrantedRule): boolean {
  return [verbs, apiGroups, resources].every((words) => words.includes("*")) && resourceNames.length === 0;
}

function listNamespaces(grants: readonly Grant[]): NamespaceReach[] {
  const pairs = grants.flatMap((grant) => namespacesOf(grant).map((namespace) => ({ namespace, grant })));
  return [...groupBy(pairs, ({ namespace }) => namespace)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([namespace, here]) => ({ namespace, grants: here.map(({ grant }) => toListed(grant)) }));
}

function namespacesOf({ scope }: Grant): readonly string[] {
  if (scope.kind === "cluster") return [];
  return scope.kind === "namespace" ? [scope.name] : [...new Set(scope.patterns)];
}

function toRefused({ source, obstacle, rules, unknown }: Grant): Refused[] {
  if (obstacle !== null) return [{ source, why: { code: obstacle } }];
  return rules.length > 0 || unknown !== null ? [] : [{ source, why: { code: "no-rule", nearest: null } }];
}
