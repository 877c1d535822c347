import type { FindingKind } from "./finding-kind";

/** What can be wrong with one entry by itself (aws-iam-authenticator, EKSConfigMap back end). */
export const ENTRY_KINDS = [
  {
    code: "role-path",
    severity: "error",
    title: "a role's path is left in the ARN",
    meaning:
      "STS names a role without its path, and aws-auth is compared as it is written: the entry never matches.",
    fix: "Take the path out of the ARN.",
  },
  {
    code: "session-arn",
    severity: "error",
    title: "the ARN is of a session, not of its role",
    meaning: "Callers are compared by their role's ARN: an `assumed-role` ARN of STS never matches.",
    fix: "Write the role's own ARN.",
  },
  {
    code: "sso-suffix",
    severity: "error",
    title: "an Identity Center role without its suffix",
    meaning:
      "Identity Center ends each role's name in 16 hexadecimal digits, and makes others when a permission set is made again. Without them the entry never matches.",
    fix: "Look up the role's whole name: `aws iam list-roles --path-prefix /aws-reserved/sso.amazonaws.com/`.",
  },
  {
    code: "blank-in-arn",
    severity: "error",
    title: "a blank in the ARN",
    meaning: "Nothing is trimmed: with a blank before, behind or inside it the ARN never matches.",
    fix: "Take the blank out.",
  },
  {
    code: "wildcard",
    severity: "error",
    title: "a wildcard in the ARN",
    meaning: "`*` and `?` stand for themselves here: the entry never matches.",
    fix: "Write one entry for each role.",
  },
  {
    code: "no-principal",
    severity: "error",
    title: "the ARN is no role's and no user's",
    meaning: "Nobody comes in with such an ARN, so the entry never matches.",
    fix: "Write the ARN of an IAM role or user.",
  },
  {
    code: "no-username",
    severity: "error",
    title: "no username",
    meaning:
      "The authenticator grants such a caller an empty username, and the API server refuses who has none.",
    fix: 'Give a username, such as "NAME:{{SessionName}}" for a role.',
  },
  {
    code: "no-groups",
    severity: "note",
    title: "no groups",
    meaning: "The caller gets in and can do only what a role binding gives the username itself.",
    fix: "Name a group that role bindings give rights to, if the username has none of its own.",
  },
  {
    code: "blank-in-group",
    severity: "error",
    title: "a group with blanks in it",
    meaning:
      "A group's name with blanks is one group, which nothing is bound to. A line that is indented wrongly runs two groups into one.",
    fix: "Write each group on a line of its own, all indented alike.",
  },
  {
    code: "unknown-template",
    severity: "error",
    title: "a template that the authenticator does not know",
    meaning: "It stays in the name as it is written, braces and all.",
    fix: "Known are {{AccountID}}, {{SessionName}}, {{SessionNameRaw}}, {{AccessKeyID}} and {{EC2PrivateDNSName}}, without blanks inside the braces.",
  },
  {
    code: "static-username",
    severity: "warning",
    title: "one username for everybody who takes the role",
    meaning: "Kubernetes' logs, and its role bindings, cannot tell one of them from another.",
    fix: 'Put the session\'s name into it: "NAME:{{SessionName}}".',
  },
  {
    code: "username-chosen-by-caller",
    severity: "warning",
    title: "the caller chooses the whole username",
    meaning:
      "Whoever may take the role chooses his session's name, and with it any username that has no colon, also one that a role binding is for.",
    fix: 'Put something of your own before it: "NAME:{{SessionName}}".',
  },
  {
    code: "system-masters",
    severity: "warning",
    title: "system:masters",
    meaning:
      "The group may do everything, past every role binding, and nothing in the cluster can take that away again.",
    fix: "Bind a group of your own to the ClusterRole cluster-admin, or give an access policy.",
  },
  {
    code: "node-groups",
    severity: "error",
    title: "a node's entry without a node's groups",
    meaning: "Instances that come in by this entry cannot register or do their work as nodes.",
    fix: "Give it the groups system:bootstrappers and system:nodes.",
  },
] as const satisfies readonly FindingKind[];
