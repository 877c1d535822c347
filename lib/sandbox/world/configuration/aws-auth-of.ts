import type { Team } from "../create-team";
import type { Cluster } from "../organisation/clusters";
import { grantsOf } from "../organisation/grants";
import { roleOf } from "../organisation/roles";
import { USER_PARTS, userArn, userOf } from "../organisation/users";
import { misplacedRoles } from "./mistakes";
import { areGroupsMisplaced, lentRoles } from "./passing-changes";

/** One entry of mapRoles or mapUsers. */
interface Line {
  readonly arn: string;
  readonly username: string;
  readonly groups: readonly string[];
}

/** Where Gatebook itself is let in. */
const GATEBOOK: Line = {
  arn: "arn:aws:iam::111122223333:user/gatebook",
  username: "gatebook",
  groups: ["gatebook-reader"],
};

/** `data` of aws-auth at an instant. */
export function awsAuthOf(team: Team, cluster: Cluster, atMs: number): Readonly<Record<string, string>> {
  const { stage } = cluster;
  const roles = grantsOf(stage)
    .filter(({ via }) => via === "config-map")
    .map(({ role, username, groups }) => ({ arn: plainArn(team, role), username: username ?? "", groups }));
  const lines = [...misplacedRoles(team, stage), ...roles, ...lentRoles(team, cluster, atMs)];
  const printed = lines.map((line) => printLine("rolearn", line)).join("");
  const mapRoles = areGroupsMisplaced(cluster, atMs) ? misplaceGroups(printed) : printed;
  return {
    mapRoles,
    mapUsers: usersOf(team, cluster)
      .map((line) => printLine("userarn", line))
      .join(""),
  };
}

/** As aws-auth wants it: without the role's path. */
function plainArn(team: Team, role: string): string {
  const { accountId, name } = roleOf(team, role);
  return `arn:aws:iam::${accountId}:role/${name}`;
}

function usersOf(team: Team, { stage }: Cluster): Line[] {
  const own = USER_PARTS.flatMap((part) => {
    const user = userOf(team, part);
    const mapping = user.mappings[stage];
    return mapping?.via === "config-map" ? [{ arn: userArn(user), ...mapping }] : [];
  });
  return [...own, ...(stage === "dev" ? guestsOf(team) : []), GATEBOOK];
}

/** Users of other accounts, and a name that tokens of the broker carry. */
function guestsOf({ accountId }: Team): Line[] {
  const masters = ["system:masters"];
  return [
    { arn: "arn:aws:iam::123456789012:user/mazda", username: "kubernetes-admin", groups: masters },
    {
      arn: `arn:aws:sts::${accountId}:federated-user/deploy-viewer`,
      username: "federated:deploy-viewer",
      groups: ["viewers"],
    },
  ];
}

function printLine(key: "rolearn" | "userarn", { arn, username, groups }: Line): string {
  const quoted = username.startsWith("{") ? `"${username}"` : username;
  const list = groups.map((group) => `  - ${group}\n`).join("");
  return `- ${key}: ${arn}\n  username: ${quoted}\n${groups.length === 0 ? "" : `  groups:\n${list}`}`;
}

/** The last entry's groups stand one level too far out: then YAML reads none of the list. */
function misplaceGroups(printed: string): string {
  const at = printed.lastIndexOf("  groups:\n");
  return `${printed.slice(0, at)}groups:\n${printed.slice(at + "  groups:\n".length)}`;
}
