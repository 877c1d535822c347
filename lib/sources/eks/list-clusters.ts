import {
  type Cluster,
  DescribeClusterCommand,
  type EKSClient,
  ListClustersCommand,
  type ListClustersCommandOutput,
} from "@aws-sdk/client-eks";
import type { RequestBudget } from "@/lib/ports/request-budget";
import { toSourceError } from "../aws/to-source-problem";

export interface EksCluster {
  readonly name: string;
  /** Whether the authenticator's log goes to CloudWatch. */
  readonly authenticatorLogOn: boolean;
  readonly auditLogOn: boolean;
  /** How it takes mappings; null = EKS does not say. */
  readonly authenticationMode: string | null;
  /** Where its API server is; null = it is still being made. */
  readonly apiServer: { readonly endpoint: string; readonly authority: string } | null;
}

/** EKS of one account and Region. */
export interface EksAccess {
  readonly client: EKSClient;
  readonly region: string;
  readonly budget: RequestBudget;
}

/** The names of a Region's clusters. Throws SourceError. */
export async function listClusters(access: EksAccess, signal: AbortSignal): Promise<string[]> {
  const { client, region, budget } = access;
  const names: string[] = [];
  let nextToken: string | undefined;
  try {
    do {
      const command = new ListClustersCommand(nextToken === undefined ? {} : { nextToken });
      const request = () => client.send(command, { abortSignal: signal });
      const page: ListClustersCommandOutput = await budget.send(request, { signal, urgency: "interactive" });
      names.push(...(page.clusters ?? []));
      nextToken = page.nextToken;
    } while (nextToken !== undefined);
    return names;
  } catch (error) {
    signal.throwIfAborted();
    const what = `the list of clusters in ${region}`;
    throw toSourceError(error, { what, region, action: "eks:ListClusters" });
  }
}

/** One cluster as EKS describes it. Throws SourceError. */
export async function describeCluster(
  { client, region, budget }: EksAccess,
  name: string,
  signal: AbortSignal,
): Promise<EksCluster> {
  try {
    const request = () => client.send(new DescribeClusterCommand({ name }), { abortSignal: signal });
    const { cluster } = await budget.send(request, { signal, urgency: "interactive" });
    const on = (cluster?.logging?.clusterLogging ?? []).filter(({ enabled }) => enabled === true);
    const types = new Set(on.flatMap((one) => one.types ?? []));
    return {
      name,
      authenticatorLogOn: types.has("authenticator"),
      auditLogOn: types.has("audit"),
      authenticationMode: cluster?.accessConfig?.authenticationMode ?? null,
      apiServer: apiServerOf(cluster),
    };
  } catch (error) {
    signal.throwIfAborted();
    const what = `cluster ${name} in ${region}`;
    throw toSourceError(error, { what, region, action: "eks:DescribeCluster" });
  }
}

/** Where its API server is, and whose certificates it shows; null = EKS does not say yet. */
export function apiServerOf({ endpoint, certificateAuthority }: Cluster = {}): EksCluster["apiServer"] {
  if (endpoint === undefined || certificateAuthority?.data === undefined) return null;
  return { endpoint, authority: Buffer.from(certificateAuthority.data, "base64").toString("utf8") };
}
