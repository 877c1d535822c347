import type { Reason } from "./reason";

const LINE = "An `access denied` line with the caller's ARN: STS vouched for him, and no mapping let him in.";
const OTHER_ROLE = {
  step: "Use a role that is meant for people or programs; this one is for instances.",
  doer: "caller",
  remedy: "new-credentials",
} as const;
const ROLE_ENTRY = {
  step: "Map the role with `{{SessionName}}` instead of `{{EC2PrivateDNSName}}`, where it is not for nodes.",
  doer: "cluster-admin",
  remedy: "aws-auth-entry",
} as const;

/** STS knew who it was, and the cluster did not let him in (facts: authenticator §2.3). */
export const MAPPING_REASONS = [
  {
    code: "not-mapped",
    stage: "mapping",
    title: "no mapping",
    meaning:
      "The credentials and the token are good. The cluster has neither an access entry nor a line in aws-auth that matches this very ARN, and the caller did not create the cluster. IAM permissions do not count here.",
    proof: `${LINE} Which mappings there were, the log does not say.`,
    fixes: [
      {
        step: "Create an access entry for the principal, and give it an access policy.",
        doer: "cluster-admin",
        remedy: "access-entry",
      },
      {
        step: "Or add the principal to aws-auth, where the cluster still reads it. The role's ARN stands there without its path.",
        doer: "cluster-admin",
        remedy: "aws-auth-entry",
      },
      {
        step: "Or come as a principal that has an entry: with another profile, or with `--role-arn` in the kubeconfig.",
        doer: "caller",
        remedy: "update-kubeconfig",
      },
    ],
    alsoKnownAs: ["identity is not mapped", "ARN is not mapped"],
  },
  {
    code: "principal-renamed",
    stage: "mapping",
    title: "its access entry names another ARN: the principal was renamed or moved",
    meaning:
      "An access entry is bound to the principal's unique id, and this principal has that id under another ARN than the entry.",
    proof: `${LINE} The text says that the ARN does not match the user id.`,
    fixes: [
      {
        step: "Delete the old access entry and create one with the ARN as it is now.",
        doer: "cluster-admin",
        remedy: "access-entry",
      },
    ],
  },
  {
    code: "not-an-instance",
    stage: "mapping",
    title: "the mapping is for EC2 instances, and the session is none",
    meaning:
      "The matching entry builds its name from an instance's private DNS name, and the session is not called after an instance: somebody took a role that nodes use. Later entries are not tried.",
    proof: `${LINE} The text says that the session name holds no instance id.`,
    fixes: [OTHER_ROLE, ROLE_ENTRY],
    alsoKnownAs: ["SessionName did not contain an instance id"],
  },
  {
    code: "ec2-refused",
    stage: "mapping",
    title: "the cluster could not ask EC2 about the instance",
    meaning:
      "To name a node, the control plane asks EC2 with the cluster's own IAM role, and EC2 refused: the role lacks `ec2:DescribeInstances`, or EC2 throttled it.",
    proof: `${LINE} The text quotes EC2's error.`,
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
    proof: `${LINE} The text quotes \`InvalidInstanceID\`.`,
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
    proof: LINE,
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
    proof: `${LINE} The text names the template.`,
    fixes: [
      {
        step: "Correct the entry's template. Known are {{AccountID}}, {{SessionName}}, {{SessionNameRaw}}, {{AccessKeyID}} and {{EC2PrivateDNSName}}, without blanks inside the braces.",
        doer: "cluster-admin",
        remedy: "aws-auth-entry",
      },
    ],
  },
  {
    code: "username-reserved",
    stage: "mapping",
    title: "the mapping leads to a reserved username",
    meaning:
      "An entry matches, and the username that it gives begins like one that EKS keeps for itself, so it is refused.",
    proof: `${LINE} The text has the username and the prefixes.`,
    fixes: [
      {
        step: "Give the entry a username that begins otherwise: not with system:, eks:, aws:, amazon: or iam:.",
        doer: "cluster-admin",
        remedy: "access-entry",
      },
    ],
  },
  {
    code: "username-no-dns-name",
    stage: "mapping",
    title: "the mapping gives a name that an old authenticator does not take",
    meaning: "Authenticators before 0.5 took only names of lower-case letters, digits, dots and dashes.",
    proof: LINE,
    fixes: [
      { step: "Update the cluster.", doer: "cluster-admin" },
      { step: "Or give the entry a name of that form.", doer: "cluster-admin", remedy: "aws-auth-entry" },
    ],
  },
] as const satisfies readonly Reason[];
