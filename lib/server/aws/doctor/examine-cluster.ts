import { type Cluster, DescribeClusterCommand } from "@aws-sdk/client-eks";
import { eksLogGroup } from "@/lib/sources/aws/eks-log-group";
import { type Finding, unwell, well } from "../../doctor/finding";
import type { AwsClients } from "../aws-clients";
import { examineConfiguration } from "./examine-configuration";
import { examineLogGroup } from "./examine-log-group";
import { type Patient, tryAction } from "./try-action";

export interface ClusterPlace {
  readonly patient: Patient;
  readonly clients: AwsClients;
  readonly accountId: string;
  readonly region: string;
  readonly cluster: string;
}

/** Can the cluster be described, is its log on, and can its log group and its mappings be read? */
export async function examineCluster(place: ClusterPlace): Promise<Finding[]> {
  const { patient, clients, accountId, region, cluster } = place;
  const subject = `${accountId} ${region} ${cluster}`;
  const described = await tryAction(patient, {
    action: "eks:DescribeCluster",
    region,
    subject,
    what: `cluster ${cluster}`,
    send: () => clients.eks(region).send(new DescribeClusterCommand({ name: cluster })),
  });
  const found = described.value?.cluster;
  const group = eksLogGroup(cluster);
  const what = `the authenticator log of ${cluster}`;
  return [
    described.finding,
    ...(found === undefined ? [] : examineLogTypes(subject, region, found)),
    ...(await examineLogGroup({ patient, logs: clients.logs(region), region, subject, group, what })),
    ...(found === undefined
      ? []
      : await examineConfiguration({ patient, clients, region, subject, cluster: found })),
  ];
}

function examineLogTypes(subject: string, region: string, { name, logging }: Cluster): Finding[] {
  const on = (logging?.clusterLogging ?? []).flatMap(({ enabled, types = [] }) => (enabled ? types : []));
  if (on.includes("authenticator")) return [well("log-type", subject, `logs that are on: ${on.join(", ")}`)];
  const types = JSON.stringify({ clusterLogging: [{ types: ["authenticator"], enabled: true }] });
  const others = on.length === 0 ? "no log is on" : `logs that are on: ${on.join(", ")}`;
  return [
    unwell("log-type", subject, {
      message: `the authenticator's log is off (${others})`,
      remedy: `aws eks update-cluster-config --region ${region} --name ${name} --logging '${types}'`,
    }),
  ];
}
