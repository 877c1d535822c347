import { joinPolicies } from "@/lib/domain/parse/access-entries/join-policies";
import { readAccessEntries } from "@/lib/domain/parse/access-entries/read-access-entries";
import { reprintConfigMap } from "@/lib/domain/parse/aws-auth/reprint-config-map";
import { readRbac } from "@/lib/domain/parse/rbac/read-rbac";
import type { SeenPart } from "@/lib/ports/configuration-store";

/** A manifest or a list of objects; larger ones are logs. */
const LARGEST = 32_000_000;

/**
 * What a file tells of a cluster's configuration: `kubectl get cm aws-auth -o yaml`, `kubectl get roles,… -A -o json`, what
 * `aws eks describe-access-entry` and `list-associated-access-policies` print. Empty = nothing.
 */
export function readConfigurationText(text: string): SeenPart[] {
  if (text.length > LARGEST) return [];
  const isJson = /^\s*[{[]/.test(text);
  const entries = isJson ? readAccessEntries(text) : { entries: [], policies: [] };
  if (entries.entries.length > 0)
    return [{ part: "access-entries", value: JSON.stringify(joinPolicies(entries)) }];
  const { roles, bindings } = isJson ? readRbac(text) : { roles: [], bindings: [] };
  if (roles.length + bindings.length > 0) return [{ part: "rbac", value: text }];
  const awsAuth = reprintConfigMap(text);
  return awsAuth === null ? [] : [{ part: "aws-auth", value: awsAuth }];
}
