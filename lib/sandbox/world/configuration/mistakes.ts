import type { Team } from "../create-team";
import type { Stage } from "../organisation/clusters";
import { roleOf, roleArn } from "../organisation/roles";

/** The permission set's role had this suffix before it was made anew. */
const FORMER_SUFFIX = "6b1f03c8e5a97d42";

/** The ARN that the auditors' role had. */
export function formerAuditor(team: Team, path: "with" | "without"): string {
  const role = roleOf(team, "Auditor");
  const name = `${role.name.slice(0, role.name.lastIndexOf("_"))}_${FORMER_SUFFIX}`;
  return `arn:aws:iam::${role.accountId}:role${path === "with" ? role.path : "/"}${name}`;
}

/** Entries of aws-auth that were meant for somebody, and match nobody. */
export function misplacedRoles(team: Team, stage: Stage) {
  if (stage !== "dev") return [];
  return [
    // A path that no caller's ARN has.
    {
      arn: roleArn(roleOf(team, "team-payments")),
      username: "payments:{{SessionName}}",
      groups: ["developers"],
    },
    { arn: formerAuditor(team, "without"), username: "auditor:{{SessionName}}", groups: ["viewers"] },
    // Another line for the same role follows, and counts.
    {
      arn: `arn:aws:iam::${team.accountId}:role/${roleOf(team, "velero-backup").name}`,
      username: "backup",
      groups: ["viewers"],
    },
  ];
}
