import type { RemedyValues } from "./principal-at-cluster";
import type { RemedyForm } from "./remedy-form";

const POLICY = "AmazonEKSViewPolicy";
const GRANTS = `Reading of nearly everything but Secrets, in every namespace (${POLICY}). Take a narrower scope, or another policy, as the work needs it.`;
const FULL_ARN =
  "An access entry wants the role's ARN with its path, which the log leaves out: `aws iam get-role` tells it.";

/** An access entry with an access policy, in the forms that people keep their clusters by. Source: EKS User Guide, "Create access entries". */
export function accessEntryForms(values: RemedyValues): RemedyForm[] {
  const note = values.isUser || values.isPathKnown ? null : FULL_ARN;
  return [
    { form: "AWS CLI", text: commands(values), grants: GRANTS, note },
    {
      form: "eksctl",
      text: eksctlFile(values),
      grants: GRANTS,
      note: `For eksctl create accessentry -f FILE. ${note ?? ""}`.trim(),
    },
    { form: "Terraform", text: resources(values), grants: GRANTS, note },
  ];
}

function policyArn(partition: string): string {
  return `arn:${partition}:eks::aws:cluster-access-policy/${POLICY}`;
}

function commands({ cluster, region, partition, principalArn }: RemedyValues): string {
  const where = `--cluster-name ${cluster} --region ${region} --principal-arn ${principalArn}`;
  return [
    `aws eks create-access-entry ${where}`,
    `aws eks associate-access-policy ${where} --policy-arn ${policyArn(partition)} --access-scope type=cluster`,
  ].join("\n");
}

function eksctlFile({ cluster, region, partition, principalArn }: RemedyValues): string {
  return `apiVersion: eksctl.io/v1alpha5
kind: ClusterConfig
metadata:
  name: ${cluster}
  region: ${region}
accessConfig:
  accessEntries:
    - principalARN: ${principalArn}
      accessPolicies:
        - policyARN: ${policyArn(partition)}
          accessScope:
            type: cluster`;
}

function resources({ cluster, partition, principalArn, name }: RemedyValues): string {
  const label = labelOf(name);
  return `resource "aws_eks_access_entry" "${label}" {
  cluster_name  = "${cluster}"
  principal_arn = "${principalArn}"
}

resource "aws_eks_access_policy_association" "${label}" {
  cluster_name  = "${cluster}"
  principal_arn = aws_eks_access_entry.${label}.principal_arn
  policy_arn    = "${policyArn(partition)}"

  access_scope {
    type = "cluster"
  }
}`;
}

/** Terraform's names hold letters, digits, dashes and underscores, and begin with a letter. */
function labelOf(name: string): string {
  const label = name.toLowerCase().replace(/[^a-z0-9_-]/g, "_");
  return /^[a-z]/.test(label) ? label : `p_${label}`;
}
