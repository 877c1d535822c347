import { eksLogGroup } from "@/lib/sources/aws/eks-log-group";
import type { AccountPlan, RegionPlan } from "./aws-plan";
import { partitionOf, trailRegionsOf } from "./aws-regions";
import { LOG_ACTIONS, type Statement } from "./trail-statements";

/** What IAM must allow to read an account's clusters: their logs, their access entries, and who asks STS (facts: aws §7). */
export function clusterStatements(account: AccountPlan): Statement[] {
  const { regions } = account;
  const id = account.id ?? "*";
  const clusters = regions.flatMap((region) =>
    clustersOf(region).map((name) => ({ ...place(region, id), name })),
  );
  const groups = clusters.map(
    ({ partition, region, name }) => `arn:${partition}:logs:${region}:${id}:log-group:${eksLogGroup(name)}`,
  );
  const listed = regions.filter((region) => region.clusters === "all").map(({ region }) => region ?? "*");
  return [
    {
      Sid: "AuthenticatorLogs",
      Effect: "Allow",
      Action: LOG_ACTIONS,
      Resource: groups.flatMap((group) => [group, `${group}:*`]),
    },
    {
      Sid: "Clusters",
      Effect: "Allow",
      Action: ["eks:DescribeCluster", "eks:ListAccessEntries"],
      Resource: clusters.map(
        ({ partition, region, name }) => `arn:${partition}:eks:${region}:${id}:cluster/${name}`,
      ),
    },
    {
      Sid: "AccessEntries",
      Effect: "Allow",
      Action: ["eks:DescribeAccessEntry", "eks:ListAssociatedAccessPolicies"],
      Resource: clusters.map(
        ({ partition, region, name }) => `arn:${partition}:eks:${region}:${id}:access-entry/${name}/*`,
      ),
    },
    anyResource("LogGroups", ["logs:DescribeLogGroups", "logs:StopQuery"], namedOf(regions)),
    ...(listed.length === 0 ? [] : [anyResource("ClusterNames", "eks:ListClusters", listed)]),
    anyResource("StsEvents", "cloudtrail:LookupEvents", trailRegionsOf(regions.map(({ region }) => region))),
  ];
}

function clustersOf({ clusters }: RegionPlan): readonly string[] {
  return clusters === "all" ? ["*"] : clusters.map(({ name }) => name);
}

function namedOf(regions: readonly RegionPlan[]): string[] {
  return regions.map(({ region }) => region ?? "*");
}

function place({ region }: RegionPlan, id: string) {
  return { partition: partitionOf(region), region: region ?? "*", id };
}

/** An action that IAM can limit to a Region only. */
function anyResource(sid: string, action: string | readonly string[], regions: readonly string[]): Statement {
  const limit = { Condition: { StringEquals: { "aws:RequestedRegion": regions } } };
  return {
    Sid: sid,
    Effect: "Allow",
    Action: action,
    Resource: "*",
    ...(regions.includes("*") ? {} : limit),
  };
}
