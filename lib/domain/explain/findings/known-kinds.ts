import type { FindingKind } from "./finding-kind";

/** What only the whole configuration tells, or what came of it (EKS User Guide, "Create access entries"). */
export const KNOWN_KINDS = [
  {
    code: "aws-auth-not-read",
    severity: "error",
    title: "aws-auth has entries that nobody reads",
    meaning:
      "With the authentication mode `API` only access entries count, and there is no way back. Whoever is mapped by aws-auth alone does not get in.",
    fix: "Give those who need it an access entry, and delete the ConfigMap, so that nobody edits it in vain.",
  },
  {
    code: "access-entries-not-read",
    severity: "error",
    title: "there are access entries that nobody reads",
    meaning: "With the authentication mode `CONFIG_MAP` only aws-auth counts.",
    fix: "Set the mode to API_AND_CONFIG_MAP, after a look at what each access entry gives. There is no way back.",
  },
  {
    code: "shadowed-by-access-entry",
    severity: "warning",
    title: "an access entry takes the place of an entry of aws-auth",
    meaning:
      "For one principal the access entry counts and aws-auth is not asked; nothing is put together. What this entry gives, its principal does not get.",
    fix: "Delete the entry of aws-auth, or let the access entry give the same.",
  },
  {
    code: "stale-access-entry",
    severity: "error",
    title: "an access entry that lets nobody in",
    meaning:
      "An access entry is bound to the unique id of its principal. The principal was deleted and made again under its name, and is another one now.",
    fix: "Delete the access entry and create it again, with the groups and policies that it had.",
  },
  {
    code: "reserved-username",
    severity: "error",
    title: "an access entry with a reserved username",
    meaning:
      "The authenticator refuses a username of an access entry that begins with `system:`, `eks:`, `aws:`, `amazon:` or `iam:`, and the principal does not get in.",
    fix: "Give it another username, or leave it out: EKS then gives one.",
  },
  {
    code: "reserved-group",
    severity: "error",
    title: "an access entry with a group of the system",
    meaning:
      "EKS takes no group of an access entry that begins with `system:`; only aws-auth can give those.",
    fix: "Name a group of your own and bind it, or associate an access policy.",
  },
  {
    code: "hidden-creator",
    severity: "warning",
    title: "an administrator whom no configuration shows",
    meaning:
      "Whoever created the cluster was made its administrator, in an entry that stands in neither aws-auth nor the access entries. The principal that has this ARN may do everything, also one that was made again under it.",
    fix: "Know who may take this role or use this user. Where it is gone, keep another administrator's access entry, and let nobody make the principal anew unseen.",
  },
  {
    code: "masters-holders",
    severity: "note",
    title: "several entries are in system:masters",
    meaning:
      "Whoever comes in by one of them may do everything, past every role binding, and Kubernetes' log gives no reason for what is allowed to them.",
    fix: "Keep as few as can be, and give each a username that tells who it is.",
  },
  {
    code: "shared-username",
    severity: "warning",
    title: "one username for several people",
    meaning: "They came under one Kubernetes username: its logs and role bindings cannot tell them apart.",
    fix: 'Put the session\'s name into the username: "NAME:{{SessionName}}".',
  },
  {
    code: "cluster-admin-policy",
    severity: "warning",
    title: "an access policy for everything",
    meaning:
      "AmazonEKSClusterAdminPolicy for the whole cluster allows everything, as cluster-admin does. `kubectl auth can-i --list` does not show it.",
    fix: "Where less is needed, associate AmazonEKSAdminPolicy or AmazonEKSEditPolicy with the namespaces that it is needed in.",
  },
  {
    code: "unknown-policy",
    severity: "note",
    title: "an access policy that is not known here",
    meaning: "What it allows is not told here, so that what its holders may do is more than what is shown.",
    fix: "Look it up in the EKS User Guide, under access policy permissions.",
  },
] as const satisfies readonly FindingKind[];
