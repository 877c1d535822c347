import type { BoundGrant } from "./bound-grants";
import type { ClusterAccess } from "./cluster-access";
import type { Grant, UnknownGrant } from "./grant";
import { grantsTo, principalKey, unknownType } from "./policy-grants";
import { groupsOf, MASTERS, type ReachSubject } from "./subject";

/** All that concerns one identity, to be asked many times. */
export interface Reach {
  /** A member of system:masters may do everything, whatever bindings and policies say. */
  readonly isMaster: boolean;
  readonly grants: readonly Grant[];
  /** What no single grant tells of. */
  readonly unknown: readonly UnknownGrant[];
}

/** The bindings and access policies that concern an identity, in a fixed order: bindings first, then policies. */
export function reachOf(access: ClusterAccess, subject: ReachSubject): Reach {
  const groups = groupsOf(subject);
  const entries = entriesOf(access, subject);
  const types = subject.isImpersonated ? [] : entries.map(({ entry }) => unknownType(entry));
  return {
    isMaster: groups.has(MASTERS),
    grants: [
      ...boundTo(access, subject.username, groups),
      ...entries.flatMap((entry) => grantsTo(subject, entry)),
    ],
    unknown: [...types.filter((one) => one !== null), ...nodeAuthorizer(subject.username, groups)],
  };
}

function entriesOf(access: ClusterAccess, { principal }: ReachSubject) {
  return principal === null ? [] : (access.byPrincipal.get(principalKey(principal.arn)) ?? []);
}

/** Of each binding the grant by its first subject that is the identity, as RBAC looks for it. */
function boundTo(
  { byUser, byGroup, byUnknown }: ClusterAccess,
  username: string,
  groups: ReadonlySet<string>,
): readonly Grant[] {
  const names = [username, ...groups];
  const found = [
    byUser.get(username) ?? [],
    ...[...groups].map((group) => byGroup.get(group) ?? []),
    ...names.map((name) => byUnknown.get(name) ?? []),
  ].flat();
  const first = new Map<number, BoundGrant>();
  for (const grant of found) {
    const other = first.get(grant.bindingAt);
    if (other === undefined || comesBefore(grant, other)) first.set(grant.bindingAt, grant);
  }
  return [...first.values()].sort((a, b) => a.bindingAt - b.bindingAt);
}

/** A subject of a known kind comes before one that is not known to be the identity. */
function comesBefore(a: BoundGrant, b: BoundGrant): boolean {
  const [isUnknown, wasUnknown] = [a.to.kind === "unknown", b.to.kind === "unknown"];
  return isUnknown === wasUnknown ? a.subjectAt < b.subjectAt : wasUnknown;
}

function nodeAuthorizer(username: string, groups: ReadonlySet<string>): UnknownGrant[] {
  const isNode = username.startsWith("system:node:") && groups.has("system:nodes");
  return isNode ? [{ code: "node-authorizer", what: username, source: null }] : [];
}
