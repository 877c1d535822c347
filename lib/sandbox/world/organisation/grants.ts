import type { Stage } from "./clusters";
import type { Mapping } from "./mapping";

/** What a team's cluster says of a role: its line in aws-auth, its access entry, or what AWS mapped by itself. */
export interface RoleGrant {
  /** As `roleOf` knows it. */
  readonly role: string;
  readonly via: Mapping["via"];
  /** With its templates; null = the one that EKS gives to an access entry of a role. */
  readonly username: string | null;
  readonly groups: readonly string[];
  /** Access policies for the whole cluster, by name. */
  readonly policies: readonly string[];
  /** Of an access entry. */
  readonly type: "STANDARD" | "EC2_LINUX";
}

const NODE_NAME = "system:node:{{EC2PrivateDNSName}}";
const NODES = ["system:bootstrappers", "system:nodes"];
const MASTERS = ["system:masters"];

/** AWS's own, in every cluster. */
const AWS_GRANTS: readonly RoleGrant[] = [
  hiddenRole("AWSWesleyClusterManagerLambda-NodeManagerRole-1QX7EXAMPLE2A", "eks:node-manager"),
  hiddenRole("AWSWesleyClusterManagerLambda-Add-AddonManagerRole-1ZK3EXAMPLE9", "eks:addon-manager"),
];

const GRANTS: Readonly<Record<Stage, readonly RoleGrant[]>> = {
  prod: [
    ...AWS_GRANTS,
    entryOf("PlatformAdmin"),
    entryOf("ReadOnly", ["viewers"]),
    entryOf("break-glass"),
    entryOf("github-deploy", ["deployers"]),
    lineOf("prod-node", NODE_NAME, NODES),
    lineOf("prod-fargate-pod-execution", "system:node:{{SessionName}}", [...NODES, "system:node-proxier"]),
    lineOf("cluster-admin", "kubernetes-admin", MASTERS),
    lineOf("platform-operator", "operator:{{SessionName}}", ["operators"]),
    lineOf("partner-deploy", "partner:{{SessionName}}", ["deployers"]),
    lineOf("saml-engineer", "saml:{{SessionNameRaw}}", ["developers"]),
  ],
  staging: [
    ...AWS_GRANTS,
    entryOf("PlatformAdmin"),
    entryOf("Developer", ["developers"]),
    entryOf("ReadOnly", ["viewers"]),
    entryOf("github-deploy", ["deployers"]),
    entryOf("argocd-deployer", ["deployers"]),
    entryOf("build-agent", ["deployers"]),
    entryOf("saml-engineer", ["developers"]),
    entryOf("console-operator", ["viewers"]),
    { ...entryOf("workbench-user", ["developers"]), username: "workbench" },
    // EKS made it for what it runs itself; a customer may not.
    entryOf("AWSServiceRoleForAmazonEKS", ["eks:managed"]),
    { ...entryOf("staging-node", ["system:nodes"]), username: NODE_NAME, type: "EC2_LINUX" },
  ],
  dev: [
    ...AWS_GRANTS,
    lineOf("devCluster-node", NODE_NAME, NODES),
    lineOf("PlatformAdmin", "admin:{{SessionName}}", MASTERS),
    lineOf("Developer", "developer:{{SessionName}}", ["developers", "log-readers"]),
    lineOf("toolbox", "toolbox:{{SessionName}}", ["developers"]),
    lineOf("argocd-deployer", "argocd", ["deployers"]),
    lineOf("velero-backup", "velero", ["backup"]),
    lineOf("vendor-support", "vendor:{{SessionName}}", ["viewers"]),
    lineOf("config-operator", "config-operator", MASTERS),
    lineOf("eksAdmins", "adminuser:{{SessionName}}", MASTERS),
  ],
};

/** What usually stands in each cluster of this stage, in the order of the configuration. */
export function grantsOf(stage: Stage): readonly RoleGrant[] {
  return GRANTS[stage];
}

function entryOf(role: string, groups: readonly string[] = []): RoleGrant {
  const policies = groups.length === 0 ? ["AmazonEKSClusterAdminPolicy"] : [];
  return { role, via: "access-entry", username: null, groups, policies, type: "STANDARD" };
}

function lineOf(role: string, username: string, groups: readonly string[]): RoleGrant {
  return { role, via: "config-map", username, groups, policies: [], type: "STANDARD" };
}

function hiddenRole(role: string, username: string): RoleGrant {
  return { role, via: "mounted-file", username, groups: [], policies: [], type: "STANDARD" };
}
