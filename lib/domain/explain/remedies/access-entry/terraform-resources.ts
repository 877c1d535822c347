import type { AssociatedPolicy } from "../../../parse/access-entries/access-entry";
import { quoteTerraform } from "../quote";
import type { RemedyValues } from "../principal-at-cluster";
import { type EntryToMake, policyName } from "./entry-to-make";

/** Resources of the AWS provider: `aws_eks_access_entry`, and one association for each policy. */
export function terraformResources(values: RemedyValues, entry: EntryToMake): string {
  const associations = entry.policies.map((policy) =>
    association(values, policy, labelOf(values, entry, policy)),
  );
  return [terraformEntry(values, entry), ...associations].join("\n\n");
}

/** The entry alone. */
export function terraformEntry(values: RemedyValues, entry: EntryToMake): string {
  const pairs: (readonly [name: string, value: string])[] = [
    ["cluster_name", quoteTerraform(values.cluster)],
    ["principal_arn", quoteTerraform(values.principalArn)],
    ...(entry.type === "STANDARD" ? namesOf(entry) : [["type", quoteTerraform(entry.type)] as const]),
  ];
  return [`resource "aws_eks_access_entry" "${labelIn(values)}" {`, ...aligned(pairs), "}"].join("\n");
}

/** Makes an entry, and what hangs on it, anew, though its configuration stays the same. */
export function replaceCommand(values: RemedyValues, entry: EntryToMake): string {
  const addresses = [
    `aws_eks_access_entry.${labelIn(values)}`,
    ...entry.policies.map((policy) => `aws_eks_access_policy_association.${labelOf(values, entry, policy)}`),
  ];
  return ["terraform apply", ...addresses.map((address) => `-replace=${address}`)].join(" ");
}

function namesOf({ username, groups }: EntryToMake): (readonly [string, string])[] {
  const name = username === null ? [] : [["user_name", quoteTerraform(username)] as const];
  if (groups.length === 0) return name;
  return [...name, ["kubernetes_groups", `[${groups.map(quoteTerraform).join(", ")}]`]];
}

function association(values: RemedyValues, { policyArn, scope }: AssociatedPolicy, label: string): string {
  const pairs: (readonly [string, string])[] = [
    ["cluster_name", quoteTerraform(values.cluster)],
    ["principal_arn", `aws_eks_access_entry.${labelIn(values)}.principal_arn`],
    ["policy_arn", quoteTerraform(policyArn)],
  ];
  const where: (readonly [string, string])[] = [
    ["type", quoteTerraform(scope.type)],
    ...(scope.type === "cluster"
      ? []
      : [["namespaces", `[${scope.namespaces.map(quoteTerraform).join(", ")}]`] as const]),
  ];
  return [
    `resource "aws_eks_access_policy_association" "${label}" {`,
    ...aligned(pairs),
    "",
    "  access_scope {",
    ...aligned(where).map((line) => `  ${line}`),
    "  }",
    "}",
  ].join("\n");
}

/** As `terraform fmt` has it. */
function aligned(pairs: readonly (readonly [name: string, value: string])[]): string[] {
  const width = Math.max(...pairs.map(([name]) => name.length));
  return pairs.map(([name, value]) => `  ${name.padEnd(width)} = ${value}`);
}

/** The principal's own; with the policy's name behind it where there are several. */
function labelOf(values: RemedyValues, { policies }: EntryToMake, policy: AssociatedPolicy): string {
  const own = labelIn(values);
  return policies.length === 1 ? own : `${own}_${policyName(policy.policyArn).toLowerCase()}`;
}

/** Terraform's names hold letters, digits, dashes and underscores, and begin with a letter. */
function labelIn({ name }: RemedyValues): string {
  const label = name.toLowerCase().replace(/[^a-z0-9_-]/g, "_");
  return /^[a-z]/.test(label) ? label : `p_${label}`;
}
