import type { AccessEntry } from "../../world/configuration/cluster-configuration";
import type { Cluster } from "../../world/organisation/clusters";
import { authorize } from "../authorize";
import { AwsError } from "../aws-error";
import type { Call } from "../cloud";
import { clusterArn, clusterNamed } from "./clusters-of-call";
import { pageOfList } from "./page-of-list";

/** `associatedPolicyArn` keeps the entries with that policy. Throws ResourceNotFoundException, InvalidRequestException. */
export function listAccessEntries(call: Call): unknown {
  const { cluster, entries } = entriesOf(call, "eks:ListAccessEntries");
  const { associatedPolicyArn } = call.input;
  const arns = entries
    .filter(
      ({ policies }) =>
        associatedPolicyArn === undefined ||
        policies.some(({ policyArn }) => policyArn === associatedPolicyArn),
    )
    .map(({ principalArn }) => principalArn)
    .sort();
  const { items, nextToken } = pageOfList(call, arns, cluster.name);
  return { accessEntries: items, nextToken };
}

export function describeAccessEntry(call: Call): unknown {
  const { cluster, entries } = entriesOf(call, "eks:DescribeAccessEntry");
  const { principalArn, policies: _, createdAt, modifiedAt, ...rest } = entryNamed(call, entries);
  return {
    accessEntry: {
      clusterName: cluster.name,
      principalArn,
      ...rest,
      accessEntryArn: accessEntryArn(cluster, principalArn),
      createdAt: Date.parse(createdAt) / 1000,
      modifiedAt: Date.parse(modifiedAt) / 1000,
      tags: {},
    },
  };
}

export function listAssociatedAccessPolicies(call: Call): unknown {
  const { cluster, entries } = entriesOf(call, "eks:ListAssociatedAccessPolicies");
  const { principalArn, policies } = entryNamed(call, entries);
  const { items, nextToken } = pageOfList(call, policies, `${cluster.name} ${principalArn}`);
  const associatedAccessPolicies = items.map(({ policyArn, accessScope, associatedAt, modifiedAt }) => ({
    policyArn,
    accessScope,
    associatedAt: Date.parse(associatedAt) / 1000,
    modifiedAt: Date.parse(modifiedAt) / 1000,
  }));
  return { clusterName: cluster.name, principalArn, associatedAccessPolicies, nextToken };
}

interface EntriesOfCluster {
  readonly cluster: Cluster;
  readonly entries: readonly AccessEntry[];
}

/** Single entries are a resource of their own for IAM (facts: AWS §7). */
function entriesOf(call: Call, action: string): EntriesOfCluster {
  const name = String(call.input.name);
  const { accountId } = call.principal;
  const resource =
    action === "eks:ListAccessEntries"
      ? clusterArn(call, name)
      : `arn:aws:eks:${call.region}:${accountId}:access-entry/${name}/${String(call.input.principalArn)}`;
  authorize(call, action, resource);
  const cluster = clusterNamed(call, name);
  if (cluster.authenticationMode === "CONFIG_MAP")
    throw new AwsError(
      "InvalidRequestException",
      "The cluster's authentication mode must be set to one of [API, API_AND_CONFIG_MAP] to perform this operation.",
    );
  const { accessEntries } = call.cloud.world.configurationOf(cluster, call.cloud.now());
  return { cluster, entries: accessEntries };
}

function entryNamed(call: Call, entries: readonly AccessEntry[]): AccessEntry {
  const arn = String(call.input.principalArn);
  const entry = entries.find(({ principalArn }) => principalArn === arn);
  if (entry !== undefined) return entry;
  const message = `The specified principalArn could not be found. You can view your available access entries with 'list-access-entries'.`;
  throw new AwsError("ResourceNotFoundException", message, 404);
}

/** With the kind and name of the principal, and an id. */
export function accessEntryArn({ region, accountId, name }: Cluster, principalArn: string): string {
  const [, , , , owner = "", resource = ""] = principalArn.split(":");
  const kind = resource.slice(0, resource.indexOf("/"));
  const principal = resource.slice(resource.lastIndexOf("/") + 1);
  return `arn:aws:eks:${region}:${accountId}:access-entry/${name}/${kind}/${owner}/${principal}/0ac5c2b4-1f2e-7d3a-8b4c-000000000001`;
}
