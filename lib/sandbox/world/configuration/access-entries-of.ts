import { dayOf } from "../calendar";
import type { Team } from "../create-team";
import type { Cluster } from "../organisation/clusters";
import { grantsOf, type RoleGrant } from "../organisation/grants";
import { entryUsername } from "../organisation/mapping";
import { roleArn, roleOf } from "../organisation/roles";
import { USER_PARTS, userArn, userOf } from "../organisation/users";
import type { AccessEntry, AssociatedPolicy } from "./cluster-configuration";
import { formerAuditor } from "./mistakes";
import { entryLentOn, isEntryLent } from "./passing-changes";

const MADE_AT = "2025-03-04T08:15:30Z";
const POLICIES = "arn:aws:eks::aws:cluster-access-policy/";

/** The access entries of a cluster at an instant. */
export function accessEntriesOf(team: Team, cluster: Cluster, atMs: number): AccessEntry[] {
  const roles = grantsOf(cluster.stage)
    .filter(({ via }) => via === "access-entry")
    .map((grant) => ofGrant(team, grant));
  return [
    ...roles,
    ...usersOf(team, cluster),
    ...mistaken(team, cluster),
    ...lent(team, cluster, atMs),
    gatebook(),
  ];
}

function ofGrant(team: Team, { role, username, groups, policies, type }: RoleGrant): AccessEntry {
  return {
    principalArn: roleArn(roleOf(team, role)),
    type,
    username: username ?? templateOf(team, role),
    kubernetesGroups: groups,
    createdAt: MADE_AT,
    modifiedAt: MADE_AT,
    policies: policies.map((name) => policy(name, MADE_AT)),
  };
}

/** The username that EKS gives to an entry that names none. */
function templateOf(team: Team, role: string): string {
  return entryUsername(roleOf(team, role), "{{SessionName}}");
}

function policy(name: string, at: string, namespaces: readonly string[] = []): AssociatedPolicy {
  const accessScope = { type: namespaces.length === 0 ? "cluster" : "namespace", namespaces } as const;
  return { policyArn: `${POLICIES}${name}`, accessScope, associatedAt: at, modifiedAt: at };
}

function entryFor(principalArn: string, username: string, kubernetesGroups: readonly string[]): AccessEntry {
  const at = { createdAt: MADE_AT, modifiedAt: MADE_AT };
  return { principalArn, type: "STANDARD", username, kubernetesGroups, ...at, policies: [] };
}

function usersOf(team: Team, { stage }: Cluster): AccessEntry[] {
  return USER_PARTS.flatMap((part) => {
    const user = userOf(team, part);
    const mapping = user.mappings[stage];
    return mapping?.via === "access-entry" ? [entryFor(userArn(user), mapping.username, mapping.groups)] : [];
  });
}

/** Meant for somebody, and not his: the role or user is another now than when the entry was made. */
function mistaken(team: Team, { stage }: Cluster): AccessEntry[] {
  if (stage === "staging")
    return [
      entryFor(roleArn(roleOf(team, "data-science")), templateOf(team, "data-science"), ["developers"]),
    ];
  if (stage !== "prod") return [];
  const former = `${userArn(userOf(team, "ivan"))}.old`;
  const auditor = formerAuditor(team, "with");
  const name = auditor.slice(auditor.lastIndexOf("/") + 1);
  const { accountId } = team;
  return [
    entryFor(former, former, ["viewers"]),
    entryFor(auditor, entryUsername({ accountId, name }, "{{SessionName}}"), ["viewers"]),
  ];
}

/** A role that is let in for a while. */
export function lentEntry(team: Team, fromMs: number): AccessEntry {
  const at = new Date(fromMs).toISOString();
  return {
    ...entryFor(roleArn(roleOf(team, "data-science")), templateOf(team, "data-science"), []),
    ...{ createdAt: at, modifiedAt: at },
    policies: [policy("AmazonEKSViewPolicy", at, ["payments-*"])],
  };
}

function lent(team: Team, cluster: Cluster, atMs: number): AccessEntry[] {
  const stretch = isEntryLent(cluster, atMs) ? entryLentOn(dayOf(atMs)) : null;
  return stretch === null ? [] : [lentEntry(team, stretch.fromMs)];
}

function gatebook(): AccessEntry {
  return entryFor("arn:aws:iam::111122223333:user/gatebook", "gatebook", ["gatebook-reader"]);
}
