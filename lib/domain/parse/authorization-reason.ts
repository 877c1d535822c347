import type { AuditEvent } from "./audit-event";
import { readGoString } from "./go-string";

/** Which rule the API server itself named for a decision: the observed proof of what somebody may do. */
export type AuthorizationReason =
  | (NamedGrant & { readonly kind: "rbac" })
  | (NamedGrant & { readonly kind: "access-policy" } & NamedPolicy)
  /** Let through as a member of system:masters: no rule was asked, so the reason is empty. */
  | { readonly kind: "masters" }
  /** Let through with an empty reason as a node: the Node authorizer gives none either. */
  | { readonly kind: "node" }
  /** Let through and nothing said; `text` is what stands in words that are not known here. */
  | { readonly kind: "unnamed"; readonly text: string }
  /** Not let through; `text` is what RBAC could not resolve, such as a role that is missing. */
  | { readonly kind: "refused"; readonly text: string }
  /** The event tells no decision: it was recorded before the authorizers were asked. */
  | { readonly kind: "undecided" };

/** Names as they stand in the reason, unquoted. */
export interface NamedGrant {
  readonly binding: NamedObject;
  readonly role: NamedObject;
  /** Of an access policy a User that is the principal's unique id, not the username. */
  readonly subject: NamedObject;
}

export interface NamedObject {
  readonly kind: string;
  readonly name: string;
  /** Behind the slash of RoleBindings and service accounts; "" elsewhere. */
  readonly namespace: string;
}

export interface NamedPolicy {
  readonly policyArn: string;
  /** The access entry's principal, with its path; null where the binding is named otherwise. */
  readonly principalArn: string | null;
}

type Said = Pick<AuditEvent, "decision" | "reason" | "actsAs"> & {
  readonly user: Pick<AuditEvent["user"], "username" | "groups">;
};

const RBAC = "RBAC: allowed by ";
const POLICY = "EKS Access Policy: allowed by ";

/** Reads the annotations `authorization.k8s.io/decision` and `…/reason`. Any text in, one reading, in linear time. */
export function readAuthorizationReason(event: Said): AuthorizationReason {
  const text = event.reason ?? "";
  if (event.decision === null) return { kind: "undecided" };
  if (event.decision !== "allow") return { kind: "refused", text };
  if (text === "") return readEmpty(event);
  const from = [RBAC, POLICY].find((prefix) => text.startsWith(prefix));
  const grant = from === undefined ? null : readGrant(text, from.length);
  if (grant === null) return { kind: "unnamed", text };
  return from === RBAC ? { kind: "rbac", ...grant } : readPolicy(grant);
}

/** The groups of whom the user acts as do not stand in the event: then nobody can say who let it through. */
function readEmpty({ user, actsAs }: Said): AuthorizationReason {
  if (actsAs !== null) return { kind: "unnamed", text: "" };
  if (user.groups.includes("system:masters")) return { kind: "masters" };
  const isNode = user.username.startsWith("system:node:") && user.groups.includes("system:nodes");
  return isNode ? { kind: "node" } : { kind: "unnamed", text: "" };
}

/** `KIND "name" of KIND "name" to KIND "name"`, to the end of the text. */
function readGrant(text: string, from: number): NamedGrant | null {
  const binding = readNamed(text, from);
  const role = binding && readNamed(text, after(text, binding.end, " of "));
  const subject = role && readNamed(text, after(text, role.end, " to "));
  if (!subject || subject.end !== text.length) return null;
  const isNamespaced = binding.kind === "RoleBinding";
  return {
    binding: isNamespaced ? splitName(binding) : whole(binding),
    role: whole(role),
    subject: subject.kind === "ServiceAccount" ? splitName(subject) : whole(subject),
  };
}

interface Named {
  readonly kind: string;
  readonly name: string;
  readonly end: number;
}

function readNamed(text: string, from: number): Named | null {
  const open = from < 0 ? -1 : text.indexOf(' "', from);
  if (open < 0) return null;
  const kind = text.slice(from, open);
  const quoted = readGoString(text, open + 1);
  return "code" in quoted || kind.includes(" ") ? null : { kind, name: quoted.value, end: quoted.close + 1 };
}

function after(text: string, at: number, word: string): number {
  return text.startsWith(word, at) ? at + word.length : -1;
}

const whole = ({ kind, name }: Named): NamedObject => ({ kind, name, namespace: "" });

/** RBAC writes `name/namespace`; neither holds a slash, but a policy's binding does: the last one counts. */
function splitName({ kind, name }: Named): NamedObject {
  const slash = name.lastIndexOf("/");
  return slash < 0
    ? { kind, name, namespace: "" }
    : { kind, name: name.slice(0, slash), namespace: name.slice(slash + 1) };
}

/**
 * EKS names the binding `<principal>+<policy>`; a path may hold a plus, the policy's ARN none. How it words one that
 * is scoped to namespaces is not told anywhere: with or without RBAC's slash and namespace, it is read.
 */
function readPolicy({ binding, role, subject }: NamedGrant): AuthorizationReason {
  const policyArn = role.name;
  const whole = binding.namespace === "" ? binding.name : `${binding.name}/${binding.namespace}`;
  const named = whole.endsWith(policyArn) ? { ...binding, name: whole, namespace: "" } : binding;
  const plus = named.name.lastIndexOf("+arn:");
  const isNamed = plus > 0 && named.name.slice(plus + 1) === policyArn;
  const principalArn = isNamed ? named.name.slice(0, plus) : null;
  return { kind: "access-policy", binding: named, role, subject, policyArn, principalArn };
}
