import type { LabelSelector } from "./label-selector";
import type { RbacReject } from "./place";

/** One rule of a role, as it stands in the object; what it leaves out is empty. */
export interface PolicyRule {
  /** Its place in the object's `rules`, from 0. */
  readonly index: number;
  readonly verbs: readonly string[];
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  /** Empty = all names. */
  readonly resourceNames: readonly string[];
  readonly nonResourceUrls: readonly string[];
}

/** What every object says of itself. */
export interface ObjectHead<Kind extends string> {
  readonly kind: Kind;
  readonly name: string;
  /** "" for what belongs to the whole cluster. */
  readonly namespace: string;
}

export interface Role extends ObjectHead<"Role" | "ClusterRole"> {
  readonly labels: ReadonlyMap<string, string>;
  readonly rules: readonly PolicyRule[];
  /** Whose rules a ClusterRole collects; null = it states its own. */
  readonly aggregates: readonly LabelSelector[] | null;
  /** Whether all of its rules and selectors could be read. */
  readonly isWhole: boolean;
}

export interface Binding extends ObjectHead<"RoleBinding" | "ClusterRoleBinding"> {
  readonly role: RoleRef;
  readonly subjects: readonly BindingSubject[];
}

export interface RoleRef {
  /** `Role` or `ClusterRole`; any other as it stands. */
  readonly kind: string;
  readonly name: string;
}

export interface BindingSubject {
  /** `User`, `Group` or `ServiceAccount`; any other as it stands. */
  readonly kind: string;
  readonly name: string;
  /** Of a service account; "" = not said. */
  readonly namespace: string;
}

export interface RbacReading {
  readonly roles: readonly Role[];
  readonly bindings: readonly Binding[];
  /** What was left out, and where; at most 1,000, and one that tells how many more there are. */
  readonly rejects: readonly RbacReject[];
}
