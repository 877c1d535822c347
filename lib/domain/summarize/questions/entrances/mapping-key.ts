import type { BackEndKind } from "../../../explain/mapping/back-end-modes";
import { entryKey } from "../../../parse/mappings/entry-key";
import type { MappingEntry } from "../../../parse/mappings/mapping-entry";

/** By what a mapping is the same one at different times: where it stands and whom it is for. null = the account's. */
export function mappingKey(backEnd: BackEndKind, entry: MappingEntry | null): string {
  return JSON.stringify(entry === null ? [backEnd] : [backEnd, entry.list, entryKey(entry)]);
}
