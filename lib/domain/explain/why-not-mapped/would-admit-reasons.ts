import type { KnownConfiguration } from "../configuration/known-configuration";
import { mapIdentity } from "../mapping/map-identity";
import type { MappedCaller } from "../mapping/mapped-caller";
import { type ClusterMappings, openConfiguration } from "../mapping/open-configuration";
import { accessEntryOf } from "./access-entry-of";
import type { DenialFacts, NotMappedReason } from "./not-mapped-reason";

/**
 * The configuration has an entry that matches, and the log says that none does: an access entry is bound to an earlier
 * principal, which its ARN does not tell, or the entry was not in force yet.
 */
export function wouldAdmitReasons(
  caller: MappedCaller,
  mappings: ClusterMappings,
  { accessEntries }: KnownConfiguration,
  { configurationAgeMs = null }: DenialFacts,
): NotMappedReason[] {
  const found = findIn(caller, mappings);
  if (found === null) return [];
  const { backEnd, entry } = found;
  const isAccessEntry = backEnd === "DynamicFile";
  const accessEntry = isAccessEntry && entry !== null ? accessEntryOf(entry, accessEntries) : null;
  const common = { backEnd, entry, place: entry?.place ?? null, accessEntry, mistake: null };
  const late: NotMappedReason = { ...common, code: "mapping-not-in-force" };
  // Where an access entry is bound to somebody else, the authenticator asks aws-auth next.
  if (!isAccessEntry || findIn(caller, { ...mappings, accessEntries: [] }) !== null) return [late];
  const stale: NotMappedReason = { ...common, code: "access-entry-stale" };
  if (configurationAgeMs === null) return [stale, late];
  return configurationAgeMs < SETTLED_MS ? [late] : [stale];
}

/** By then all of the control plane has what was changed (EKS User Guide: access entries are eventually consistent). */
const SETTLED_MS = 60_000;

/** The entry that the authenticator would have stopped at, whether or not it lets in. */
function findIn(caller: MappedCaller, mappings: ClusterMappings) {
  const decision = mapIdentity(caller, openConfiguration(mappings));
  if (decision.outcome === "granted") return decision;
  return decision.refused.find(({ because }) => because !== "other-arn") ?? null;
}
