import type { EntryWithPolicies } from "../../parse/access-entries/access-entry";
import { RESERVED_PREFIXES } from "../mapping/configuration";
import { isReserved } from "../mapping/reserved-prefix";
import { findPolicy } from "../reach/access-policies/find-policy";
import { policyName } from "../remedies/access-entry/entry-to-make";
import type { Finding } from "./finding";
import type { Found } from "./found";

/** What is to be said of each access entry by itself. */
export function checkAccessEntries(entries: readonly EntryWithPolicies[]): Finding[] {
  return entries.flatMap((entry) =>
    [...checkNames(entry), ...checkPolicies(entry)].map((found) => ({
      ...found,
      place: null,
      principalArn: entry.principalArn,
    })),
  );
}

/** Names of other types are EKS's own. */
function checkNames({ type, username, groups }: EntryWithPolicies): Found[] {
  if (type !== "STANDARD") return [];
  const found: Found[] = groups
    .filter((group) => group.startsWith("system:"))
    .map((group) => ({
      code: "reserved-group",
      message: `The group ${group} is the system's`,
      instead: null,
    }));
  if (username === null || !isReserved(username, RESERVED_PREFIXES)) return found;
  return [
    { code: "reserved-username", message: `The username ${username} is reserved`, instead: null },
    ...found,
  ];
}

function checkPolicies({ policies }: EntryWithPolicies): Found[] {
  return policies.flatMap(({ policyArn, scope }): Found[] => {
    const name = policyName(policyArn);
    const { kind } = findPolicy(policyArn);
    if (kind === "unknown")
      return [{ code: "unknown-policy", message: `${name} is not known here`, instead: null }];
    const isAdmin = name === "AmazonEKSClusterAdminPolicy" && scope.type === "cluster";
    return isAdmin
      ? [{ code: "cluster-admin-policy", message: `${name} for the whole cluster`, instead: null }]
      : [];
  });
}
