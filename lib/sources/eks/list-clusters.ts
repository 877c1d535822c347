import { DescribeClusterCommand, type EKSClient, paginateListClusters } from "@aws-sdk/client-eks";
import { toSourceError } from "../aws/to-source-problem";

export interface EksCluster {
  readonly name: string;
  /** Whether the authenticator's log goes to CloudWatch. */
  readonly authenticatorLogOn: boolean;
}

/** The names of a Region's clusters. Throws SourceError. */
export async function listClusters(client: EKSClient, region: string): Promise<string[]> {
  const names: string[] = [];
  try {
    for await (const page of paginateListClusters({ client }, {})) names.push(...(page.clusters ?? []));
    return names;
  } catch (error) {
    throw toSourceError(error, {
      what: `the list of clusters in ${region}`,
      region,
      action: "eks:ListClusters",
    });
  }
}

/** One cluster as EKS describes it. Throws SourceError. */
export async function describeCluster(client: EKSClient, name: string, region: string): Promise<EksCluster> {
  try {
    const { cluster } = await client.send(new DescribeClusterCommand({ name }));
    const on = (cluster?.logging?.clusterLogging ?? []).filter(({ enabled }) => enabled === true);
    return { name, authenticatorLogOn: on.some(({ types }) => types?.includes("authenticator") === true) };
  } catch (error) {
    throw toSourceError(error, {
      what: `cluster ${name} in ${region}`,
      region,
      action: "eks:DescribeCluster",
    });
  }
}
