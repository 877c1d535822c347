/** The log group that EKS writes a cluster's control plane logs to. */
export function eksLogGroup(cluster: string): string {
  return `/aws/eks/${cluster}/cluster`;
}
