import type { Binding, Role } from "../../parse/rbac/rbac-object";
import { groupBy } from "../group-by";
import { type BoundGrant, createBinder } from "./bound-grants";
import { type EntryGrants, grantsOfEntry, type PolicyEntry, principalKey } from "./policy-grants";

/** All that gives rights in one cluster. */
export interface AccessObjects {
  readonly roles: readonly Role[];
  readonly bindings: readonly Binding[];
  readonly entries: readonly PolicyEntry[];
}

/** The same, to be asked many times; it does not depend on the order in which the objects came. */
export interface ClusterAccess {
  readonly byUser: ReadonlyMap<string, readonly BoundGrant[]>;
  readonly byGroup: ReadonlyMap<string, readonly BoundGrant[]>;
  /** Subjects of a kind that Kubernetes does not know, by their name. */
  readonly byUnknown: ReadonlyMap<string, readonly BoundGrant[]>;
  readonly inCluster: readonly BoundGrant[];
  readonly byNamespace: ReadonlyMap<string, readonly BoundGrant[]>;
  readonly entries: readonly EntryGrants[];
  readonly byPrincipal: ReadonlyMap<string, readonly EntryGrants[]>;
}

/** Names of objects are taken for unique, as they are in a cluster. */
export function indexAccess({ roles, bindings, entries }: AccessObjects): ClusterAccess {
  const grants = [...bindings].sort(byPlace).flatMap(createBinder(roles));
  const to = (kind: BoundGrant["to"]["kind"]) => grants.filter((grant) => grant.to.kind === kind);
  const isNamespaced = ({ source }: BoundGrant) => source.binding.kind === "RoleBinding";
  const ofEntries = [...entries].sort((a, b) => compare(a.principalArn, b.principalArn)).map(grantsOfEntry);
  return {
    byUser: groupBy(to("user"), nameOf),
    byGroup: groupBy(to("group"), nameOf),
    byUnknown: groupBy(to("unknown"), nameOf),
    inCluster: grants.filter((grant) => !isNamespaced(grant)),
    byNamespace: groupBy(grants.filter(isNamespaced), ({ source }) => source.binding.namespace),
    entries: ofEntries,
    byPrincipal: groupBy(ofEntries, ({ entry }) => principalKey(entry.principalArn)),
  };
}

const nameOf = ({ to }: BoundGrant) => to.name;

function byPlace(a: Binding, b: Binding): number {
  return compare(a.kind, b.kind) || compare(a.namespace, b.namespace) || compare(a.name, b.name);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
