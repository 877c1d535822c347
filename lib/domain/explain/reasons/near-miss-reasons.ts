import { NOT_MAPPED_TEXT } from "./not-mapped-line";
import type { Reason } from "./reason";

const CORRECT_ARN = {
  step: "Correct the entry's ARN in aws-auth.",
  doer: "cluster-admin",
  remedy: "aws-auth-arn",
} as const;
const OR_ACCESS_ENTRY = {
  step: "Or create an access entry for the principal, where the cluster takes them.",
  doer: "cluster-admin",
  remedy: "access-entry",
} as const;
const OWN_ACCESS_ENTRY = {
  step: "Create an access entry for the principal itself.",
  doer: "cluster-admin",
  remedy: "access-entry",
} as const;
const OWN_LINE = {
  step: "Or add the principal itself to aws-auth, where the cluster still reads it.",
  doer: "cluster-admin",
  remedy: "aws-auth-entry",
} as const;

/** An entry was probably meant for the caller, and its ARN is not quite his (aws-iam-authenticator, EKSConfigMap back end). */
export const NEAR_MISS_REASONS = [
  {
    code: "role-path-in-aws-auth",
    stage: "mapping",
    title: "its entry in aws-auth has the role's path",
    meaning:
      "STS names a role without its path, and aws-auth is compared as it is written. An ARN with a path never matches, though it is the role's own.",
    proof: `${NOT_MAPPED_TEXT} In aws-auth the same role stands with a path before its name.`,
    fixes: [CORRECT_ARN, OR_ACCESS_ENTRY],
    alsoKnownAs: ["IAM role paths are not supported in the aws-auth ConfigMap"],
  },
  {
    code: "session-arn-in-aws-auth",
    stage: "mapping",
    title: "its entry in aws-auth names a session, not the role",
    meaning:
      "The entry has the ARN that `aws sts get-caller-identity` prints, with `assumed-role` and the session's name. Callers are compared by the ARN of their role, so it never matches.",
    proof: `${NOT_MAPPED_TEXT} In aws-auth stands an \`assumed-role\` ARN of the same role.`,
    fixes: [CORRECT_ARN, OR_ACCESS_ENTRY],
  },
  {
    code: "arn-with-blank",
    stage: "mapping",
    title: "its entry in aws-auth has a blank in the ARN",
    meaning:
      "Nothing is trimmed: a blank or line end before, behind or inside the ARN makes it another one, which nobody has.",
    proof: `${NOT_MAPPED_TEXT} In aws-auth stands the same ARN, but for blanks.`,
    fixes: [CORRECT_ARN, OR_ACCESS_ENTRY],
  },
  {
    code: "arn-with-wildcard",
    stage: "mapping",
    title: "its entry has a wildcard in the ARN",
    meaning:
      "`*` and `?` stand for themselves in a mapping. An entry that is meant for many roles is for none; each role needs its own.",
    proof: `${NOT_MAPPED_TEXT} An entry would match the caller if its \`*\` stood for any letters.`,
    fixes: [CORRECT_ARN, OR_ACCESS_ENTRY],
  },
  {
    code: "sso-suffix-changed",
    stage: "mapping",
    title: "its entry is for an earlier role of the same permission set",
    meaning:
      "Identity Center ends the name of each role in 16 hexadecimal digits, and makes others when a permission set is taken from the account and assigned anew. The entry names the role that was there before.",
    proof: `${NOT_MAPPED_TEXT} An entry names a role of the same permission set and account, with other digits at its end.`,
    fixes: [CORRECT_ARN, OWN_ACCESS_ENTRY],
  },
  {
    code: "sso-suffix-missing",
    stage: "mapping",
    title: "its entry names the Identity Center role without its suffix",
    meaning:
      "A role of Identity Center ends in 16 hexadecimal digits. The entry has the permission set's name alone, or a part of the digits, and such a role does not exist.",
    proof: `${NOT_MAPPED_TEXT} An entry names the same permission set and account, without the digits at the end.`,
    fixes: [CORRECT_ARN, OWN_ACCESS_ENTRY],
  },
  {
    code: "user-path-differs",
    stage: "mapping",
    title: "its entry has another path than the IAM user",
    meaning:
      "An IAM user's ARN counts with its path, other than a role's. The entry leaves the path out, or has one that the user does not have.",
    proof: `${NOT_MAPPED_TEXT} An entry names the same user with another path.`,
    fixes: [CORRECT_ARN, OWN_ACCESS_ENTRY],
  },
  {
    code: "entry-for-other-kind",
    stage: "mapping",
    title: "an entry of that name is for a user where a role came, or the other way round",
    meaning:
      "A role and an IAM user can bear one name and are two principals. The entry is for the one, and the caller came as the other: with another profile, or without the role that the kubeconfig should take.",
    proof: `${NOT_MAPPED_TEXT} An entry of the same account has the same name and the other kind.`,
    fixes: [
      {
        step: "Come as the principal that the entry is for: with its profile, or with `--role-arn` in the kubeconfig.",
        doer: "caller",
        remedy: "update-kubeconfig",
      },
      OR_ACCESS_ENTRY,
      OWN_LINE,
    ],
  },
  {
    code: "entry-for-other-account",
    stage: "mapping",
    title: "an entry of that name is for another AWS account",
    meaning:
      "The entry names a role or user of the same name in another account. Either the caller came with the credentials of the wrong account, or the account number of the entry is wrong.",
    proof: `${NOT_MAPPED_TEXT} An entry has the same name and another account number.`,
    fixes: [
      {
        step: "Look which account the credentials are of, and take those of the entry's account.",
        doer: "caller",
        remedy: "new-credentials",
      },
      OR_ACCESS_ENTRY,
      OWN_LINE,
    ],
  },
  {
    code: "entry-for-other-partition",
    stage: "mapping",
    title: "its entry is written for another AWS partition",
    meaning:
      "ARNs of China begin with `arn:aws-cn:` and those of GovCloud with `arn:aws-us-gov:`. The entry has the same account and name with another beginning, so it never matches.",
    proof: `${NOT_MAPPED_TEXT} An entry differs from the caller's ARN by its partition alone.`,
    fixes: [CORRECT_ARN, OWN_ACCESS_ENTRY],
  },
] as const satisfies readonly Reason[];
