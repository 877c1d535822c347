import type { MappingRow } from "../../configuration/configuration-report";
import { roleNameOf } from "../../../identity/principal";
import type { Keeper } from "./used-mapping";

const NODE_GROUPS = ["system:nodes", "system:bootstrappers"];

/**
 * Whose mapping it is, if not a person's or a workload's. By what is written, not by who came: a node role that nobody uses
 * today joins nodes tomorrow. Sources: EKS User Guide, "Create access entries" (types) and "Grant IAM users access to
 * Kubernetes" (the creator); EKS gives its own roles usernames of `eks:`.
 */
export function keeperOf({
  backEnd,
  entry,
  type,
}: Pick<MappingRow, "backEnd" | "entry" | "type">): Keeper | null {
  const { username, groups, arn } = entry;
  const isNode =
    (type !== null && type !== "STANDARD") ||
    username.startsWith("system:node:") ||
    groups.some((group) => NODE_GROUPS.includes(group));
  if (isNode) return "node";
  if (backEnd === "MountedFile") return username === "kubernetes-admin" ? "creator" : "aws";
  return roleNameOf(arn).startsWith("AWSServiceRoleFor") ? "aws" : null;
}
