import type {
  AssociatedPolicy,
  EntryWithPolicies,
  PolicyScope,
} from "../../../parse/access-entries/access-entry";
import { isCopyable } from "../quote";

/** What an access entry that is to be made gives to its principal. */
export type EntryToMake = Omit<EntryWithPolicies, "principalArn">;

/** Reading, in the whole cluster: for whom nobody has chosen anything. */
export function viewerEntry(partition: string): EntryToMake {
  const policyArn = policyArnOf(partition, "AmazonEKSViewPolicy");
  const policies = [{ policyArn, scope: { type: "cluster", namespaces: [] } }];
  return { type: "STANDARD", username: null, groups: [], policies };
}

/** AWS's own policies stand in the account `aws`. */
export function policyArnOf(partition: string, name: string): string {
  return `arn:${partition}:eks::aws:cluster-access-policy/${name}`;
}

/** Without what cannot be copied safely: a configuration is anybody's text too. */
export function copyable({ type, username, groups, policies }: EntryToMake): EntryToMake {
  return {
    type: /^[A-Z0-9_]{1,40}$/.test(type) ? type : "STANDARD",
    username: username !== null && isCopyable(username) ? username : null,
    groups: groups.filter(isCopyable),
    policies: policies.filter(isSound),
  };
}

const POLICY = /^arn:aws[a-z-]{0,20}:eks::aws:cluster-access-policy\/\w{1,100}$/;
const NAMESPACE = /^[a-z0-9*][a-z0-9*-]{0,62}$/;

function isSound({ policyArn, scope }: AssociatedPolicy): boolean {
  const isScope = scope.type === "cluster" || scope.type === "namespace";
  return POLICY.test(policyArn) && isScope && scope.namespaces.every((name) => NAMESPACE.test(name));
}

/** As one says it after a policy's name. */
export function scopeWords({ type, namespaces }: PolicyScope): string {
  return type === "cluster" ? "in the whole cluster" : `in ${namespaces.join(", ")}`;
}

export function policyName(policyArn: string): string {
  return policyArn.slice(policyArn.lastIndexOf("/") + 1);
}
