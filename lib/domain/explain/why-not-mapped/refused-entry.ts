import { mappingsOf } from "../configuration/open-known";
import type { KnownConfiguration } from "../configuration/known-configuration";
import { mapIdentity } from "../mapping/map-identity";
import type { MappedCaller } from "../mapping/mapped-caller";
import { openConfiguration } from "../mapping/open-configuration";
import type { ReasonCode } from "../reasons/registry";
import { accessEntryOf } from "./access-entry-of";
import type { MappingReason } from "./mapping-denial";

/**
 * The entry that matched and did not let in, of a denial whose reason the authenticator's own words tell (a template, a
 * reserved username); null = by this configuration there is none.
 */
export function refusedEntry(
  code: ReasonCode,
  caller: MappedCaller,
  known: KnownConfiguration,
): MappingReason | null {
  const decision = mapIdentity(caller, openConfiguration(mappingsOf(known)), () => ({ error: "" }));
  const { backEnd, entry } = (decision.outcome === "denied" ? decision.refused.at(-1) : null) ?? {};
  if (backEnd === undefined || entry === undefined) return null;
  const accessEntry = backEnd === "DynamicFile" ? accessEntryOf(entry, known.accessEntries) : null;
  return { code, backEnd, entry, place: entry.place, accessEntry, mistake: null };
}
