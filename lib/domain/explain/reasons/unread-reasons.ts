import { NOT_MAPPED_TEXT } from "./not-mapped-line";
import type { Reason } from "./reason";

const OWN_ACCESS_ENTRY = {
  step: "Or create an access entry, which no line of aws-auth can break, where the cluster takes them.",
  doer: "cluster-admin",
  remedy: "access-entry",
} as const;

/** An entry for the caller is there, and the authenticator does not take it, or did not have it yet. */
export const UNREAD_REASONS = [
  {
    code: "aws-auth-not-read",
    stage: "mapping",
    title: "its entry stands in aws-auth, which the cluster no longer reads",
    meaning:
      "With the authentication mode `API` only access entries count. aws-auth may still be there, and nobody asks it. There is no way back to a mode that reads it.",
    proof: `${NOT_MAPPED_TEXT} The cluster's authentication mode is \`API\`, and aws-auth has an entry for the caller.`,
    fixes: [
      {
        step: "Create an access entry for the principal, with what its entry in aws-auth gave.",
        doer: "cluster-admin",
        remedy: "access-entry",
      },
    ],
  },
  {
    code: "access-entries-not-read",
    stage: "mapping",
    title: "its access entry is there, and the cluster takes none",
    meaning:
      "With the authentication mode `CONFIG_MAP` only aws-auth counts. Access entries have no say until the mode is `API_AND_CONFIG_MAP` or `API`.",
    proof: `${NOT_MAPPED_TEXT} The cluster's authentication mode is \`CONFIG_MAP\`, and there is an access entry for the caller.`,
    fixes: [
      {
        step: "Let the cluster take access entries beside aws-auth. There is no way back.",
        doer: "cluster-admin",
        remedy: "authentication-mode",
      },
      {
        step: "Or add the principal to aws-auth. A role's ARN stands there without its path.",
        doer: "cluster-admin",
        remedy: "aws-auth-entry",
      },
    ],
  },
  {
    code: "access-entry-stale",
    stage: "mapping",
    title: "its access entry is for an earlier principal of the same name",
    meaning:
      "An access entry is bound to the unique id that its principal had when the entry was made. A role or user that was deleted and made again under its old name has another id: the entry looks right, and lets nobody in.",
    proof: `${NOT_MAPPED_TEXT} There is an access entry for this very ARN, made before the principal was.`,
    fixes: [
      {
        step: "Delete the access entry, and create it again with the groups and policies that it had.",
        doer: "cluster-admin",
        remedy: "recreate-access-entry",
      },
    ],
  },
  {
    code: "mapping-not-in-force",
    stage: "mapping",
    title: "its mapping was not in force yet",
    meaning:
      "The configuration lets the caller in, and the authenticator did not have it at that moment. A new access entry, or a change of aws-auth, needs some seconds until every instance of the control plane knows it.",
    proof: `${NOT_MAPPED_TEXT} The entry that matches was made or changed less than a minute before, or nobody knows when.`,
    fixes: [{ step: "Try again after a minute.", doer: "caller" }],
  },
  {
    code: "list-key-misspelt",
    stage: "mapping",
    title: "its entry stands in aws-auth under a key that does not count",
    meaning:
      "The lists must be called `mapRoles`, `mapUsers` and `mapAccounts`, in this very case. What stands under any other key is passed over without an error.",
    proof: `${NOT_MAPPED_TEXT} aws-auth has an entry for the caller under a key that is nearly one of the three.`,
    fixes: [
      { step: "Write the key right.", doer: "cluster-admin", remedy: "aws-auth-key" },
      OWN_ACCESS_ENTRY,
    ],
  },
  {
    code: "entry-dropped",
    stage: "mapping",
    title: "its entry in aws-auth is dropped, because the ARN stands under another key",
    meaning:
      "An entry of `mapRoles` needs `rolearn`, and one of `mapUsers` needs `userarn`. An entry without it is dropped alone, and the others stay.",
    proof: `${NOT_MAPPED_TEXT} aws-auth has the caller's ARN in an entry that the authenticator does not keep.`,
    fixes: [
      {
        step: "Give the ARN the key that its list asks for.",
        doer: "cluster-admin",
        remedy: "aws-auth-field",
      },
      OWN_ACCESS_ENTRY,
    ],
    alsoKnownAs: ["one of rolearn or SSO must be supplied", "Value for userarn must be supplied"],
  },
  {
    code: "list-unreadable",
    stage: "mapping",
    title: "aws-auth has a mistake that empties the whole list",
    meaning:
      "A list of aws-auth that is no correct YAML counts as empty, whatever stands in it; the other lists stay. All who are mapped by it are locked out alike, nodes too, each with its next token.",
    proof: `${NOT_MAPPED_TEXT} The list has a mistake of YAML, and the authenticator printed \`error parsing config map\` when it was edited.`,
    fixes: [
      {
        step: "Mend the line. Each item begins with a dash, its keys stand one below the other, and a value that begins with braces stands in quotes.",
        doer: "cluster-admin",
        remedy: "aws-auth-list",
      },
      OWN_ACCESS_ENTRY,
    ],
    alsoKnownAs: ["error parsing config map", "did not find expected '-' indicator", "invalid map key"],
  },
] as const satisfies readonly Reason[];
