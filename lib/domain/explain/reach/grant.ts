import type { PolicyScope } from "../../parse/access-entries/access-entry";
import type { BindingSubject, ObjectHead, PolicyRule, RoleRef } from "../../parse/rbac/rbac-object";
import type { Scope } from "./scope";

/** What gives an identity its rights. */
export type GrantSource = MastersSource | BindingSource | PolicySource;

/** The group system:masters, which passes all authorizers unasked. */
export interface MastersSource {
  readonly kind: "masters";
}

export interface BindingSource {
  readonly kind: "rbac";
  readonly binding: ObjectHead<"RoleBinding" | "ClusterRoleBinding">;
  readonly role: RoleRef;
  /** The first of the binding's subjects that is the identity. */
  readonly subject: BindingSubject;
}

export interface PolicySource {
  readonly kind: "access-policy";
  readonly policyArn: string;
  /** Of the access entry. */
  readonly principalArn: string;
  readonly scope: PolicyScope;
}

/** A rule and the role that states it, which is another than the bound one where that one aggregates. */
export interface GrantedRule extends PolicyRule {
  readonly statedBy: string;
}

/** One binding or associated policy, with all that an answer needs of it. */
export interface Grant {
  readonly source: BindingSource | PolicySource;
  readonly scope: Scope;
  readonly rules: readonly GrantedRule[];
  /** Why it gives nothing, whatever is asked; null = it gives its rules. */
  readonly obstacle: Obstacle | null;
  /** What of it is not known here: it may give more than its rules say. */
  readonly unknown: UnknownCode | null;
}

export type Obstacle =
  /** The binding's role is not there. */
  | "role-missing"
  /** Somebody acts as the identity, which switches access policies off. */
  | "impersonated"
  /** The access entry is for an earlier principal of the same name. */
  | "other-principal";

export type UnknownCode =
  | "unknown-policy"
  /** AWS names the policy and publishes no rules of it. */
  | "unpublished-policy"
  | "unknown-scope"
  | "unknown-subject-kind"
  | "unknown-role-kind"
  /** Some rules of the role could not be read. */
  | "unread-rules"
  | "unknown-entry-type"
  /** The Node authorizer decides by what runs on the node, which is not known here. */
  | "node-authorizer";

/** Something that may allow more than can be said here. */
export interface UnknownGrant {
  readonly code: UnknownCode;
  /** The word or name that is not known, as it stands. */
  readonly what: string;
  /** null = no single grant. */
  readonly source: BindingSource | PolicySource | null;
}
