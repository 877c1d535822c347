import type { IdentityKind, IdentityRef } from "../../identity/identity-ref";
import type { CallerClass } from "../attempt";
import type { Origin } from "./chain";

const KINDS: Readonly<Partial<Record<CallerClass, IdentityKind>>> = {
  person: "person",
  node: "instance",
  workload: "workload",
  ci: "ci",
};

/** By what attempts of this origin are found; null: it has no name that they are found by. */
export function identityOfOrigin({
  kind,
  name,
  nameFrom,
  userId,
}: Pick<Origin, "kind" | "name" | "nameFrom" | "userId">): IdentityRef | null {
  const value = name ?? (kind === "person" ? userId : null);
  // AWS's services and roles are no usernames.
  const as = kind === "aws" && nameFrom === "kubernetes-username" ? "username" : KINDS[kind];
  return as === undefined || value === null || value === "" ? null : { kind: as, value };
}
