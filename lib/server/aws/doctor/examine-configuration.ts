import {
  type Cluster,
  DescribeAccessEntryCommand,
  type EKSClient,
  ListAccessEntriesCommand,
  ListAssociatedAccessPoliciesCommand,
} from "@aws-sdk/client-eks";
import { SourceError } from "@/lib/ports/event-source";
import { apiServerOf } from "@/lib/sources/eks/list-clusters";
import { readAwsAuthObject } from "@/lib/sources/kubernetes/read-aws-auth";
import { readRbacObjects } from "@/lib/sources/kubernetes/read-rbac-objects";
import { signClusterToken } from "@/lib/sources/kubernetes/sign-cluster-token";
import { type Finding, well } from "../../doctor/finding";
import type { AwsClients } from "../aws-clients";
import { type Patient, type Trial, tryAction } from "./try-action";

export interface ConfiguredCluster {
  readonly patient: Patient;
  readonly clients: AwsClients;
  readonly region: string;
  /** `111122223333 eu-west-1 prod` */
  readonly subject: string;
  readonly cluster: Cluster;
}

const NOT_NEEDED = "not needed: who is mapped to what is then told from the log, or from imported files";

/**
 * Whether the mappings of a cluster can be read: its access entries of EKS, aws-auth and RBAC of the cluster itself. All of
 * it may be missing.
 */
export async function examineConfiguration(place: ConfiguredCluster): Promise<Finding[]> {
  const mode = place.cluster.accessConfig?.authenticationMode ?? "CONFIG_MAP";
  const [entries, objects] = await Promise.all([
    mode === "CONFIG_MAP" ? [] : examineEntries(place),
    examineObjects(place, mode !== "API"),
  ]);
  return [...entries, ...objects];
}

async function examineEntries(place: ConfiguredCluster): Promise<Finding[]> {
  const { clients, region, cluster } = place;
  const eks = clients.eks(region);
  const of = { clusterName: cluster.name };
  const listed = await tryOptional(place, "eks:ListAccessEntries", () =>
    eks.send(new ListAccessEntriesCommand({ ...of, maxResults: 1 })),
  );
  const [principalArn] = listed.value?.accessEntries ?? [];
  if (principalArn === undefined) return [listed.finding];
  return [listed.finding, ...(await examineEntry(place, eks, { ...of, principalArn }))];
}

async function examineEntry(
  place: ConfiguredCluster,
  eks: EKSClient,
  entry: { readonly clusterName: string | undefined; readonly principalArn: string },
): Promise<Finding[]> {
  const described = await tryOptional(place, "eks:DescribeAccessEntry", () =>
    eks.send(new DescribeAccessEntryCommand(entry)),
  );
  const policies = await tryOptional(place, "eks:ListAssociatedAccessPolicies", () =>
    eks.send(new ListAssociatedAccessPoliciesCommand(entry)),
  );
  return [described.finding, policies.finding];
}

async function tryOptional<T>(
  { patient, region, subject, cluster }: ConfiguredCluster,
  action: string,
  send: Trial<T>["send"],
) {
  const what = `the access entries of ${cluster.name}`;
  const { value, code, finding } = await tryAction(patient, { action, region, subject, what, send });
  if (code !== "forbidden") return { value, finding };
  const { permission, missing } = finding;
  const message = `not allowed, and ${NOT_NEEDED}`;
  return { value, finding: well("permission", subject, message, { permission, missing }) };
}

async function examineObjects(place: ConfiguredCluster, readsAwsAuth: boolean): Promise<Finding[]> {
  const { clients, region, cluster } = place;
  const apiServer = apiServerOf(cluster);
  if (apiServer === null) return [];
  const name = cluster.name ?? "";
  const token = async () =>
    signClusterToken(await clients.credentials(), { cluster: name, region, nowMs: Date.now() });
  const access = { ...apiServer, cluster: name, region, token };
  const findings = [await tryObjects(place, "RBAC can be read", () => readRbacObjects(access, quiet()))];
  if (readsAwsAuth)
    findings.unshift(
      await tryObjects(place, "aws-auth can be read", () => readAwsAuthObject(access, quiet())),
    );
  return findings;
}

async function tryObjects(
  { subject }: ConfiguredCluster,
  fine: string,
  read: () => Promise<unknown>,
): Promise<Finding> {
  try {
    await read();
    return well("kubernetes", subject, fine);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const { message, remedy, command = "" } = error.problem;
    return well("kubernetes", subject, `${message} It is ${NOT_NEEDED}. ${remedy} ${command}`.trim());
  }
}

function quiet(): AbortSignal {
  return new AbortController().signal;
}
