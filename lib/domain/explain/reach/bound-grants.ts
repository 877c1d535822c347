import type { Binding, BindingSubject, Role } from "../../parse/rbac/rbac-object";
import { type EffectiveRules, effectiveRules } from "./effective-rules";
import type { Grant, GrantedRule } from "./grant";
import { serviceAccountUsername } from "./subject";

/** What a binding gives to one of its subjects. */
export interface BoundGrant extends Grant {
  readonly source: Extract<Grant["source"], { kind: "rbac" }>;
  /** Whom RBAC compares with: a service account by its username. */
  readonly to: { readonly kind: "user" | "group" | "unknown"; readonly name: string };
  /** Place of its binding among all, and of its subject in the binding. */
  readonly bindingAt: number;
  readonly subjectAt: number;
}

/** Gives the grants of a binding, one for each subject that can be anybody. */
export type Binder = (binding: Binding, bindingAt: number) => readonly BoundGrant[];

export function createBinder(roles: readonly Role[]): Binder {
  const findRules = createRuleFinder(roles);
  return (binding, bindingAt) => {
    const { kind, name, namespace, role, subjects } = binding;
    const given = findRules(binding);
    const scope = kind === "RoleBinding" ? ({ kind: "namespace", name: namespace } as const) : CLUSTER;
    return subjects.flatMap((said, subjectAt) => {
      const subject = placed(said, namespace);
      const to = comparedWith(subject);
      if (to === null) return [];
      const isStranger = to.kind === "unknown";
      const source = { kind: "rbac", binding: { kind, name, namespace }, role, subject } as const;
      const what = isStranger ? ({ ...NOTHING, unknown: "unknown-subject-kind" } as const) : given;
      return [{ ...what, source, scope, to, bindingAt, subjectAt }];
    });
  };
}

const CLUSTER = { kind: "cluster" } as const;

type Given = Pick<Grant, "rules" | "obstacle" | "unknown">;

const NO_RULES: readonly GrantedRule[] = [];
const NOTHING: Given = { rules: NO_RULES, obstacle: null, unknown: null };
const MISSING: Given = { ...NOTHING, obstacle: "role-missing" };

/** A service account without a namespace is one of the RoleBinding's own. */
function placed(subject: BindingSubject, namespace: string): BindingSubject {
  const isHere = subject.kind === "ServiceAccount" && subject.namespace === "";
  return isHere ? { ...subject, namespace } : subject;
}

function comparedWith({ kind, name, namespace }: BindingSubject): BoundGrant["to"] | null {
  if (kind === "User") return { kind: "user", name };
  if (kind === "Group") return { kind: "group", name };
  if (kind !== "ServiceAccount") return { kind: "unknown", name };
  return namespace === "" ? null : { kind: "user", name: serviceAccountUsername(namespace, name) };
}

/** What the role of a binding gives; each role is resolved once. */
function createRuleFinder(roles: readonly Role[]): (binding: Binding) => Given {
  const byName = new Map(roles.map((role) => [keyOf(role.kind, role.namespace, role.name), role]));
  const clusterRoles = roles.filter(({ kind }) => kind === "ClusterRole");
  const resolved = new Map<Role, Given>();
  return ({ role: { kind, name }, namespace }) => {
    if (kind !== "Role" && kind !== "ClusterRole") return { ...NOTHING, unknown: "unknown-role-kind" };
    const role = byName.get(keyOf(kind, kind === "Role" ? namespace : "", name));
    if (role === undefined) return MISSING;
    const given = resolved.get(role) ?? toGiven(effectiveRules(role, clusterRoles));
    resolved.set(role, given);
    return given;
  };
}

function toGiven({ rules, isWhole }: EffectiveRules): Given {
  return { rules, obstacle: null, unknown: isWhole ? null : "unread-rules" };
}

function keyOf(kind: string, namespace: string, name: string): string {
  return JSON.stringify([kind, namespace, name]);
}
