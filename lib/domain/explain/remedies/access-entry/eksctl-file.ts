import { quoteYaml } from "../quote";
import type { RemedyValues } from "../principal-at-cluster";
import type { EntryToMake } from "./entry-to-make";

/** A configuration for `eksctl create accessentry -f`. Source: eksctl User Guide, "EKS Access Entries". */
export function eksctlFile({ cluster, region, principalArn }: RemedyValues, entry: EntryToMake): string {
  return [
    "apiVersion: eksctl.io/v1alpha5",
    "kind: ClusterConfig",
    "metadata:",
    `  name: ${cluster}`,
    `  region: ${region}`,
    "accessConfig:",
    "  accessEntries:",
    `    - principalARN: ${principalArn}`,
    ...(entry.type === "STANDARD" ? namesOf(entry) : [`      type: ${entry.type}`]),
    ...policiesOf(entry),
  ].join("\n");
}

export function eksctlDelete({ cluster, region }: RemedyValues, principalArn: string): string {
  return `eksctl delete accessentry --cluster ${cluster} --region ${region} --principal-arn ${principalArn}`;
}

function namesOf({ username, groups }: EntryToMake): string[] {
  return [
    ...(username === null ? [] : [`      kubernetesUsername: ${quoteYaml(username)}`]),
    ...(groups.length === 0 ? [] : [`      kubernetesGroups: [${groups.map(quoteYaml).join(", ")}]`]),
  ];
}

function policiesOf({ policies }: EntryToMake): string[] {
  if (policies.length === 0) return [];
  const each = policies.flatMap(({ policyArn, scope: { type, namespaces } }) => [
    `        - policyARN: ${policyArn}`,
    "          accessScope:",
    `            type: ${type}`,
    ...(type === "cluster" ? [] : [`            namespaces: [${namespaces.map(quoteYaml).join(", ")}]`]),
  ]);
  return ["      accessPolicies:", ...each];
}
