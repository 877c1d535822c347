import type { AssociatedPolicy, EntryWithPolicies } from "./access-entry";
import type { AccessEntriesReading } from "./read-access-entries";

/** Each entry with the policies that are told of its principal. */
export function joinPolicies({
  entries,
  policies,
}: Pick<AccessEntriesReading, "entries" | "policies">): EntryWithPolicies[] {
  const ofPrincipal = new Map<string, AssociatedPolicy[]>();
  for (const { principalArn, policyArn, scope } of policies) {
    const own = ofPrincipal.get(principalArn);
    if (own === undefined) ofPrincipal.set(principalArn, [{ policyArn, scope }]);
    else own.push({ policyArn, scope });
  }
  return entries.map((entry) => ({ ...entry, policies: ofPrincipal.get(entry.principalArn) ?? [] }));
}
