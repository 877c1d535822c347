import type { BoundGrant } from "./bound-grants";
import type { ClusterAccess } from "./cluster-access";
import { type Allowed, unknownGrant } from "./explain-reach";
import type { Grant, UnknownGrant } from "./grant";
import type { ReachRequest } from "./request";
import { createRuleSearch } from "./rule-search";
import { covers } from "./scope";
import { MASTERS } from "./subject";

/** Who may do something: subjects of bindings as they are named there, and principals of access entries. */
export interface WhoCan {
  readonly holders: readonly Holder[];
  /** What may allow it to somebody and is not known here. */
  readonly unknown: readonly UnknownGrant[];
}

export interface Holder {
  /** A `Principal` is named by the ARN of its access entry. */
  readonly kind: "User" | "Group" | "ServiceAccount" | "Principal";
  readonly name: string;
  /** Of a service account; "" otherwise. */
  readonly namespace: string;
  readonly by: readonly Allowed[];
}

/** Groups are not resolved into people; masters come first, for they may do everything. */
export function whoCan(access: ClusterAccess, request: ReachRequest): WhoCan {
  const { find } = createRuleSearch(request);
  const holders = new Map<string, Holder & { readonly by: Allowed[] }>();
  const unknown: UnknownGrant[] = [];
  const masters = { source: { kind: "masters" }, rule: null } as const;
  add(holders, { kind: "Group", name: MASTERS, namespace: "" }, masters);
  for (const { holder, grant } of grantsNear(access, request)) {
    if (grant.obstacle !== null || !covers(grant.scope, request)) continue;
    const rule = find(grant.rules);
    if (rule !== null && holder !== null) add(holders, holder, { source: grant.source, rule });
    else if (grant.unknown !== null) unknown.push(unknownGrant(grant, grant.unknown));
  }
  return { holders: [...holders.values()], unknown };
}

type Name = Omit<Holder, "by">;

interface Held {
  /** null = a subject of a kind that is not known. */
  readonly holder: Name | null;
  readonly grant: Grant;
}

function* grantsNear(access: ClusterAccess, request: ReachRequest): Generator<Held> {
  for (const grant of access.inCluster) yield { holder: holderOf(grant), grant };
  const namespace = request.kind === "resource" ? request.namespace : "";
  for (const grant of access.byNamespace.get(namespace) ?? []) yield { holder: holderOf(grant), grant };
  for (const { entry, grants } of access.entries) {
    const holder = { kind: "Principal", name: entry.principalArn, namespace: "" } as const;
    for (const grant of grants) yield { holder, grant };
  }
}

function holderOf({ source }: BoundGrant): Name | null {
  const { kind, name, namespace } = source.subject;
  if (kind === "ServiceAccount") return { kind, name, namespace };
  return kind === "User" || kind === "Group" ? { kind, name, namespace: "" } : null;
}

function add(holders: Map<string, Holder & { readonly by: Allowed[] }>, name: Name, by: Allowed): void {
  const key = JSON.stringify([name.kind, name.namespace, name.name]);
  const holder = holders.get(key);
  if (holder === undefined) holders.set(key, { ...name, by: [by] });
  else holder.by.push(by);
}
