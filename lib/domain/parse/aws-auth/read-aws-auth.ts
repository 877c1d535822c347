import type { AwsAuth, AwsAuthList } from "./aws-auth";
import { type ReadList, readList } from "./read-list";

/** `data` of the ConfigMap: only these very keys count. */
export type AwsAuthData = Readonly<Partial<Record<AwsAuthList, string>>>;

/**
 * Reads aws-auth as the authenticator does: a list that cannot be read is empty and the others
 * stay; a field of the wrong type is empty and its entry stays; an entry without a principal goes. Total, and bounded.
 */
export function readAwsAuth({ mapRoles, mapUsers, mapAccounts }: AwsAuthData): AwsAuth {
  return putTogether({
    mapRoles: readList("mapRoles", mapRoles),
    mapUsers: readList("mapUsers", mapUsers),
    mapAccounts: readList("mapAccounts", mapAccounts),
  });
}

/** The lists as one; what is wrong stands in the order in which the authenticator reads them. */
export function putTogether({
  mapRoles,
  mapUsers,
  mapAccounts,
}: Readonly<Record<AwsAuthList, ReadList>>): AwsAuth {
  return {
    entries: [...mapRoles.entries, ...mapUsers.entries],
    accounts: mapAccounts.accounts,
    problems: [...mapUsers.problems, ...mapRoles.problems, ...mapAccounts.problems],
  };
}
