/** Where an attempt ended, in the order of the way. */
export const STAGES = ["client", "token", "sts", "mapping", "api-server"] as const;
export type Stage = (typeof STAGES)[number];

/** Who can do it. */
export const DOERS = ["caller", "cluster-admin", "account-admin", "nobody"] as const;
export type Doer = (typeof DOERS)[number];

/** What a fix comes to for one caller and cluster: commands, and lines of a configuration. */
export type Remedy =
  | "access-entry"
  | "recreate-access-entry"
  | "replace-access-entry"
  | "update-access-entry"
  | "authentication-mode"
  | "aws-auth-entry"
  | "aws-auth-arn"
  | "aws-auth-username"
  | "aws-auth-field"
  | "aws-auth-key"
  | "aws-auth-list"
  | "update-kubeconfig"
  | "new-credentials"
  | "fresh-token"
  | "regional-endpoint"
  | "cluster-role-policy"
  | "client-clock";

/** One way to get in after all. */
export interface Fix {
  /** A plain sentence. */
  readonly step: string;
  readonly doer: Doer;
  readonly remedy?: Remedy;
}

/** Why somebody did not get in. Its words are for people; the code is for programs and links, and never changes its meaning. */
export interface Reason {
  readonly code: string;
  readonly stage: Stage;
  /** Goes on after a colon, and without an end. */
  readonly title: string;
  readonly meaning: string;
  /** What shows that it is this reason. */
  readonly proof: string;
  /** The likeliest first. */
  readonly fixes: readonly Fix[];
  /** Other words that people know it by; not necessarily of the log. */
  readonly alsoKnownAs?: readonly string[];
}
