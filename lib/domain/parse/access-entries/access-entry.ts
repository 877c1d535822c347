/** An access entry as EKS's API tells it (DescribeAccessEntry). */
export interface AccessEntry {
  /** Of a role or user, with its path. */
  readonly principalArn: string;
  /** STANDARD, EC2_LINUX …; any other as it stands. */
  readonly type: string;
  /** null: EKS's own default for the type. */
  readonly username: string | null;
  readonly groups: readonly string[];
}

/** A policy that is associated with an access entry (ListAssociatedAccessPolicies). */
export interface AssociatedPolicy {
  readonly policyArn: string;
  readonly scope: PolicyScope;
}

/** An access entry with all that is associated with it. */
export interface EntryWithPolicies extends AccessEntry {
  readonly policies: readonly AssociatedPolicy[];
}

export interface PolicyScope {
  /** `cluster` or `namespace`; any other as it stands. */
  readonly type: string;
  readonly namespaces: readonly string[];
}
