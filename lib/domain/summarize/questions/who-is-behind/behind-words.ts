import type { CallerClass } from "../../../correlate/attempt";
import type { IdentityKind } from "../../../identity/identity-ref";

/** What stands behind a name, so many of them. */
export const KINDS: Readonly<Record<CallerClass, readonly [one: string, many: string]>> = {
  person: ["person", "people"],
  node: ["node", "nodes"],
  ci: ["CI job", "CI jobs"],
  workload: ["workload", "workloads"],
  aws: ["service or role of AWS", "services or roles of AWS"],
  root: ["root user", "root users"],
  unknown: ["of whom nothing is known", "of whom nothing is known"],
};

export const A_KIND: Readonly<Record<CallerClass, string>> = {
  person: "a person",
  node: "a node",
  ci: "a CI job",
  workload: "a workload",
  aws: "a service or role of AWS",
  root: "the root user",
  unknown: "somebody of whom nothing more is known",
};

/** What a name is the name of. */
export const WHAT: Readonly<Record<IdentityKind, string>> = {
  person: "the name",
  role: "role",
  user: "IAM user",
  root: "the root user of",
  "federated-user": "federated user",
  session: "session",
  key: "access key",
  "unique-id": "the unique id",
  username: "username",
  group: "group",
  uid: "uid",
  account: "account",
  instance: "instance",
  workload: "service account",
  ci: "CI job",
};
