import type { FindingKind } from "./finding-kind";

/** What can be wrong with a list, or with a configuration as a whole (aws-iam-authenticator, EKSConfigMap back end). */
export const LIST_KINDS = [
  {
    code: "duplicate-role",
    severity: "error",
    title: "a role stands there twice",
    meaning: "Of entries of one role the last one counts, whatever the case; groups are not put together.",
    fix: "Keep one of them, with all groups.",
  },
  {
    code: "duplicate-user",
    severity: "error",
    title: "a user stands there twice",
    meaning:
      "Of entries of the very same ARN the last one counts. Where they differ by case, either may be taken, differently from request to request.",
    fix: "Keep one of them.",
  },
  {
    code: "no-node-entry",
    severity: "warning",
    title: "no entry for nodes",
    meaning:
      "Where nodes have no access entries either, none can register, and those that are there are locked out with their next token.",
    fix: "Add the node role, with system:node:{{EC2PrivateDNSName}} and the groups system:bootstrappers and system:nodes.",
  },
] as const satisfies readonly FindingKind[];
