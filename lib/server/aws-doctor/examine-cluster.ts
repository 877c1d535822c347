import {
  type CloudWatchLogsClient,
  DescribeLogGroupsCommand,
  FilterLogEventsCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import { type Cluster, DescribeClusterCommand, type EKSClient } from "@aws-sdk/client-eks";
import { type Finding, unwell, well } from "../doctor/finding";
import { type Patient, tryAction } from "./try-action";

export interface ClusterPlace {
  readonly patient: Patient;
  readonly eks: EKSClient;
  readonly logs: CloudWatchLogsClient;
  readonly accountId: string;
  readonly region: string;
  readonly cluster: string;
}

/** Can the cluster be described, is its log on, of which class is it, and can it be read? */
export async function examineCluster(place: ClusterPlace): Promise<Finding[]> {
  const { patient, eks, logs, accountId, region, cluster } = place;
  const subject = `${accountId} ${region} ${cluster}`;
  const group = `/aws/eks/${cluster}/cluster`;
  const described = await tryAction(patient, {
    action: "eks:DescribeCluster",
    region,
    subject,
    what: `cluster ${cluster}`,
    send: () => eks.send(new DescribeClusterCommand({ name: cluster })),
  });
  const logGroups = await tryAction(patient, {
    action: "logs:DescribeLogGroups",
    region,
    subject,
    what: `the class of ${group}`,
    send: () => logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: group, limit: 1 })),
  });
  const read = await tryAction(patient, {
    action: "logs:FilterLogEvents",
    region,
    subject,
    what: `the authenticator log of ${cluster}`,
    send: () => logs.send(new FilterLogEventsCommand({ logGroupName: group, limit: 1 })),
  });
  const found = logGroups.value?.logGroups?.find(({ logGroupName }) => logGroupName === group);
  return [
    described.finding,
    ...(described.value?.cluster === undefined
      ? []
      : examineLogTypes(subject, region, described.value.cluster)),
    logGroups.finding,
    ...(found === undefined ? [] : [examineClass(subject, found.logGroupClass ?? "STANDARD")]),
    read.finding,
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

/** Both classes can be read; the one of Infrequent Access costs by the query. */
function examineClass(subject: string, logClass: string): Finding {
  return well("log-class", subject, `log group of class ${logClass}`);
}
