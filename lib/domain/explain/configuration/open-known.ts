import type { AuthenticationMode } from "../mapping/back-end-modes";
import type { ClusterMappings } from "../mapping/open-configuration";
import { toMappingEntry } from "../mapping/to-mapping-entry";
import type { AccessObjects } from "../reach/cluster-access";
import type { KnownConfiguration } from "./known-configuration";

/** What maps, of what is known; a part that is not known maps nobody. */
export function mappingsOf(known: KnownConfiguration): ClusterMappings {
  return {
    mode: known.mode ?? likelyMode(known),
    hidden: known.hidden ?? [],
    accessEntries: known.accessEntries?.flatMap((entry) => toMappingEntry(entry) ?? []) ?? [],
    awsAuth: known.awsAuth ?? { entries: [], accounts: [] },
  };
}

/** The mode that reads what is known. */
function likelyMode({ accessEntries, awsAuth }: KnownConfiguration): AuthenticationMode {
  if (accessEntries === null) return "CONFIG_MAP";
  return awsAuth === null ? "API" : "API_AND_CONFIG_MAP";
}

/** What gives rights, of what is known; null = neither access entries nor roles and bindings are. */
export function accessOf({ accessEntries, rbac }: KnownConfiguration): AccessObjects | null {
  if (accessEntries === null && rbac === null) return null;
  return {
    roles: rbac?.roles ?? [],
    bindings: rbac?.bindings ?? [],
    entries: (accessEntries ?? []).map((entry) => ({ ...entry, uniqueId: null })),
  };
}
