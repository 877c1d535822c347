export const ACCOUNT = "111122223333";
/** AWS's own account, where EKS's actors live. Its trail is not the customer's. */
export const EKS_ACCOUNT = "999988887777";
export const PARTNER_ACCOUNT = "444455556666";
export const REGION = "eu-west-1";
export const GLOBAL_REGION = "us-east-1";

/**
 * What a build of the authenticator prints (facts: authenticator §1.2, §2).
 * - current: v0.7.18, with `stsendpoint`.
 * - older: v0.5.17, `accesskeyid` but no `stsendpoint`.
 * - oldest: as EKS ran it in 2020, neither of them, and the uid prefix of the Heptio days.
 */
export type Dialect = "current" | "older" | "oldest";

export interface Cluster {
  readonly name: string;
  readonly version: string;
  readonly platformVersion: string;
  readonly authenticationMode: "CONFIG_MAP" | "API_AND_CONFIG_MAP" | "API";
  readonly createdAt: string;
  /** One per control-plane instance. */
  readonly dialects: readonly Dialect[];
  readonly nodes: number;
  readonly fargate: number;
}

export const CLUSTERS: readonly Cluster[] = [
  {
    name: "prod",
    version: "1.34",
    platformVersion: "eks.9",
    authenticationMode: "API_AND_CONFIG_MAP",
    createdAt: "2023-02-14T09:12:44Z",
    dialects: ["current", "current", "current"],
    nodes: 4,
    fargate: 1,
  },
  {
    name: "staging",
    version: "1.34",
    platformVersion: "eks.9",
    authenticationMode: "API",
    createdAt: "2024-06-03T13:40:10Z",
    dialects: ["current", "current"],
    nodes: 3,
    fargate: 0,
  },
  {
    name: "devCluster",
    version: "1.24",
    platformVersion: "eks.40",
    authenticationMode: "CONFIG_MAP",
    createdAt: "2020-04-28T21:05:31Z",
    dialects: ["older", "oldest"],
    nodes: 2,
    fargate: 0,
  },
];

export function clusterNamed(name: string): Cluster {
  const cluster = CLUSTERS.find((one) => one.name === name);
  if (cluster === undefined) throw new Error(`no cluster ${name} in the sandbox`);
  return cluster;
}

export function logGroupOf(cluster: string): string {
  return `/aws/eks/${cluster}/cluster`;
}
