import { NOT_MAPPED_LINE } from "./not-mapped-line";
import type { Reason } from "./reason";

/** STS knew who it was, and the cluster did not let him in, as far as the authenticator's own words go. */
export const MAPPING_REASONS = [
  {
    code: "not-mapped",
    stage: "mapping",
    title: "no mapping",
    meaning:
      "The credentials and the token are good. The cluster has neither an access entry nor a line in aws-auth that matches this very ARN, and the caller did not create the cluster. IAM permissions do not count here.",
    proof: `${NOT_MAPPED_LINE} Which mappings there were, the log does not say.`,
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
    proof: `${NOT_MAPPED_LINE} The text says that the ARN does not match the user id.`,
    fixes: [
      {
        step: "Delete the old access entry and create one with the ARN as it is now.",
        doer: "cluster-admin",
        remedy: "replace-access-entry",
      },
    ],
  },
  {
    code: "username-reserved",
    stage: "mapping",
    title: "the mapping leads to a reserved username",
    meaning:
      "An entry matches, and the username that it gives begins like one that EKS keeps for itself, so it is refused.",
    proof: `${NOT_MAPPED_LINE} The text has the username and the prefixes.`,
    fixes: [
      {
        step: "Give the entry a username that begins otherwise: not with system:, eks:, aws:, amazon: or iam:.",
        doer: "cluster-admin",
        remedy: "update-access-entry",
      },
    ],
  },
  {
    code: "username-no-dns-name",
    stage: "mapping",
    title: "the mapping gives a name that an old authenticator does not take",
    meaning: "Authenticators before 0.5 took only names of lower-case letters, digits, dots and dashes.",
    proof: NOT_MAPPED_LINE,
    fixes: [
      { step: "Update the cluster.", doer: "cluster-admin" },
      { step: "Or give the entry a name of that form.", doer: "cluster-admin", remedy: "aws-auth-username" },
    ],
  },
] as const satisfies readonly Reason[];
