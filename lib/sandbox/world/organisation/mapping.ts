/** What a cluster makes of a caller. `via` names the back-end that decided. */
export interface Mapping {
  readonly username: string;
  readonly groups: readonly string[];
  readonly via: "access-entry" | "config-map" | "mounted-file";
  /** The access policy that lets it do what it does; absent = AmazonEKSClusterAdminPolicy, where it is in no group. */
  readonly policy?: string;
}

export function entry(username: string, groups: readonly string[] = []): Mapping {
  return { username, groups, via: "access-entry" };
}

export function listed(username: string, groups: readonly string[]): Mapping {
  return { username, groups, via: "config-map" };
}

export function hidden(username: string, groups: readonly string[]): Mapping {
  return { username, groups, via: "mounted-file" };
}

/** The user name that EKS gives to an access entry of a role: the session's ARN, `@` as `-`. */
export function entryUsername(role: { accountId: string; name: string }, sessionName: string): string {
  return `arn:aws:sts::${role.accountId}:assumed-role/${role.name}/${sessionName.replaceAll("@", "-")}`;
}
