import type { MappingEntry } from "../../parse/mappings/mapping-entry";
import type { MappedCaller } from "../mapping/mapped-caller";
import { nearMisses } from "../mapping/near-miss";
import { openBackEnd } from "../mapping/open-back-end";

/** Of entries that nobody reads the one that is the caller's, or else one that was meant for him; null = there is none. */
export function entryMeant(caller: MappedCaller, entries: readonly MappingEntry[]): MappingEntry | null {
  const backEnd = "EKSConfigMap";
  const { index } = openBackEnd({ kind: backEnd, entries, accounts: [], reservedPrefixes: [] });
  const own = index.find(caller.canonicalArn.toLowerCase())?.entry;
  return own ?? nearMisses(caller, [{ backEnd, entries, isRead: false }])[0]?.entry ?? null;
}
