import type { Cluster } from "../../world/organisation/clusters";

/** The API servers of clusters, each on a port of its own on loopback. */
export interface KubernetesServers {
  /** Starts the cluster's server when it is asked for first. */
  addressOf(cluster: Cluster): Promise<KubernetesAddress>;
  close(): Promise<void>;
}

/** As DescribeCluster tells it. */
export interface KubernetesAddress {
  readonly endpoint: string;
  /** In PEM. */
  readonly authority: string;
}
