import type { AssociatedPolicy, PolicyScope } from "../../parse/access-entries/access-entry";
import { readPrincipal } from "../../identity/principal";
import { findPolicy } from "./access-policies/find-policy";
import type { Grant, UnknownGrant } from "./grant";
import type { Scope } from "./scope";
import type { ReachSubject } from "./subject";

/** An access entry with the access policies that are associated with it. */
export interface PolicyEntry {
  readonly principalArn: string;
  /** The principal's unique id that EKS keeps; null = not known, its API does not tell it. */
  readonly uniqueId: string | null;
  /** `STANDARD`, `EC2_LINUX`, …; any other as it stands. */
  readonly type: string;
  readonly policies: readonly AssociatedPolicy[];
}

export interface EntryGrants {
  readonly entry: PolicyEntry;
  readonly grants: readonly Grant[];
}

/** Whom an entry is for, without the path: within an account a name is given to one role only, and to one user. */
export function principalKey(arn: string): string {
  const principal = readPrincipal(arn);
  if (principal === null) return arn;
  const { partition, accountId, type, name } = principal;
  return JSON.stringify([partition, accountId, type === "ASSUMED_ROLE" ? "ROLE" : type, name]);
}

/** What an entry's policies give, whoever asks. */
export function grantsOfEntry(entry: PolicyEntry): EntryGrants {
  return { entry, grants: entry.policies.map((policy) => toGrant(entry, policy)) };
}

/** The same for one identity: nothing to one that is acted as, or that is another principal than the entry's. */
export function grantsTo(
  { principal, isImpersonated }: ReachSubject,
  { entry, grants }: EntryGrants,
): readonly Grant[] {
  const ids = [principal?.uniqueId ?? null, entry.uniqueId];
  const isOther = !ids.includes(null) && ids[0] !== ids[1];
  if (!isImpersonated && !isOther) return grants;
  return grants.map((grant) => ({ ...grant, obstacle: isImpersonated ? "impersonated" : "other-principal" }));
}

/** An entry whose type is not known here: EKS gives what such a type needs by itself. */
export function unknownType({ type }: PolicyEntry): UnknownGrant | null {
  return TYPES.has(type) ? null : { code: "unknown-entry-type", what: type, source: null };
}

const TYPES: ReadonlySet<string> = new Set([
  "STANDARD",
  "EC2_LINUX",
  "EC2_WINDOWS",
  "FARGATE_LINUX",
  "EC2",
  "HYBRID_LINUX",
  "HYPERPOD_LINUX",
]);

function toGrant({ principalArn }: PolicyEntry, { policyArn, scope: said }: AssociatedPolicy): Grant {
  const source = { kind: "access-policy", policyArn, principalArn, scope: said } as const;
  const scope = readScope(said);
  const policy = findPolicy(policyArn);
  if (scope === null)
    return { source, scope: { kind: "cluster" }, rules: [], obstacle: null, unknown: "unknown-scope" };
  if (policy.kind !== "known")
    return { source, scope, rules: [], obstacle: null, unknown: `${policy.kind}-policy` };
  return { source, scope, rules: policy.rules, obstacle: null, unknown: null };
}

function readScope({ type, namespaces }: PolicyScope): Scope | null {
  if (type === "cluster") return { kind: "cluster" };
  return type === "namespace" ? { kind: "patterns", patterns: namespaces } : null;
}
