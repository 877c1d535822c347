import { NOT_MAPPED_LINE } from "./not-mapped-line";
import type { Reason } from "./reason";

const OTHER_ROLE = {
  step: "Use a role that is meant for people or programs; this one is for instances.",
  doer: "caller",
  remedy: "new-credentials",
} as const;
const ROLE_ENTRY = {
  step: "Map the role with `{{SessionName}}` instead of `{{EC2PrivateDNSName}}`, where it is not for nodes.",
  doer: "cluster-admin",
  remedy: "aws-auth-username",
} as const;

/** An entry matches, and the names that it gives cannot be built (aws-iam-authenticator, renderTemplate). */
export const TEMPLATE_REASONS = [
  {
    code: "not-an-instance",
    stage: "mapping",
    title: "the mapping is for EC2 instances, and the session is none",
    meaning:
      "The matching entry builds its name from an instance's private DNS name, and the session is not called after an instance: somebody took a role that nodes use. Later entries are not tried.",
    proof: `${NOT_MAPPED_LINE} The text says that the session name holds no instance id.`,
    fixes: [OTHER_ROLE, ROLE_ENTRY],
    alsoKnownAs: ["SessionName did not contain an instance id"],
  },
  {
    code: "ec2-refused",
    stage: "mapping",
    title: "the cluster could not ask EC2 about the instance",
    meaning:
      "To name a node, the control plane asks EC2 with the cluster's own IAM role, and EC2 refused: the role lacks `ec2:DescribeInstances`, or EC2 throttled it.",
    proof: `${NOT_MAPPED_LINE} The text quotes EC2's error.`,
    fixes: [
      {
        step: "Attach AmazonEKSClusterPolicy to the cluster's IAM role again.",
        doer: "account-admin",
        remedy: "cluster-role-policy",
      },
    ],
  },
  {
    code: "instance-not-found",
    stage: "mapping",
    title: "EC2 does not know the instance",
    meaning: "The instance that the session is called after is gone, or is of another account or Region.",
    proof: `${NOT_MAPPED_LINE} The text quotes \`InvalidInstanceID\`.`,
    fixes: [
      { step: "Nodes must run in the cluster's own account and Region.", doer: "cluster-admin" },
      {
        step: "If no node of yours has this id, somebody else took the node role: find out who.",
        doer: "cluster-admin",
      },
    ],
  },
  {
    code: "instance-unnamed",
    stage: "mapping",
    title: "EC2 has no private DNS name for the instance",
    meaning:
      "EC2 did not give the instance's private DNS name in time: it has none yet, or the look-up waited for another one too long.",
    proof: NOT_MAPPED_LINE,
    fixes: [
      { step: "Wait: the node tries again by itself.", doer: "nobody" },
      {
        step: "If it stays so, check DNS host names of the VPC, and EC2's throttling in the account.",
        doer: "account-admin",
      },
    ],
  },
  {
    code: "template-failed",
    stage: "mapping",
    title: "the mapping's template could not be filled in",
    meaning: "An entry matches, and its username or a group cannot be built. Later entries are not tried.",
    proof: `${NOT_MAPPED_LINE} The text names the template.`,
    fixes: [
      {
        step: "Correct the entry's template. Known are {{AccountID}}, {{SessionName}}, {{SessionNameRaw}}, {{AccessKeyID}} and {{EC2PrivateDNSName}}, without blanks inside the braces.",
        doer: "cluster-admin",
        remedy: "aws-auth-username",
      },
    ],
  },
] as const satisfies readonly Reason[];
