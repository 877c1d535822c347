/** Whose reach is asked for: a Kubernetes identity, and the IAM principal it came as. */
export interface ReachSubject {
  readonly username: string;
  /** As the authenticator gave them, or as they were acted as; what the API server adds is added here. */
  readonly groups: readonly string[];
  /** null = it did not come through IAM: a service account, a certificate, another identity provider. */
  readonly principal: SubjectPrincipal | null;
  /** Whether somebody else acts as this identity (`--as`): access policies then have no say. */
  readonly isImpersonated: boolean;
}

export interface SubjectPrincipal {
  /** Of the role or user, with or without its path and session. */
  readonly arn: string;
  /** AROA… or AIDA…, without the session; null = not known. */
  readonly uniqueId: string | null;
}

export const MASTERS = "system:masters";
const AUTHENTICATED = "system:authenticated";
const UNAUTHENTICATED = "system:unauthenticated";
const ANONYMOUS = "system:anonymous";
const SERVICE_ACCOUNT = "system:serviceaccount:";

/** The name by which RBAC knows a service account. */
export function serviceAccountUsername(namespace: string, name: string): string {
  return `${SERVICE_ACCOUNT}${namespace}:${name}`;
}

/**
 * The groups that the authorizers see: the API server adds `system:authenticated` to whoever is not anonymous, and to
 * a service account that is acted as without groups those of its namespace.
 */
export function groupsOf({ username, groups, isImpersonated }: ReachSubject): ReadonlySet<string> {
  const isBare = isImpersonated && groups.length === 0;
  const all = new Set(isBare ? serviceAccountGroups(username) : groups);
  const isAnonymous = username === ANONYMOUS;
  if (!all.has(AUTHENTICATED) && !all.has(UNAUTHENTICATED))
    all.add(isAnonymous ? UNAUTHENTICATED : AUTHENTICATED);
  return all;
}

function serviceAccountGroups(username: string): string[] {
  const [namespace, name, more] = username.startsWith(SERVICE_ACCOUNT)
    ? username.slice(SERVICE_ACCOUNT.length).split(":", 3)
    : [];
  if (!namespace || !name || more !== undefined) return [];
  return ["system:serviceaccounts", `system:serviceaccounts:${namespace}`];
}
