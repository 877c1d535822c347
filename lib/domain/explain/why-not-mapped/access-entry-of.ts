import type { EntryWithPolicies } from "../../parse/access-entries/access-entry";
import type { MappingEntry } from "../../parse/mappings/mapping-entry";

/** The access entry as EKS has it; null = nobody knows. A principal has one entry at most. */
export function accessEntryOf(
  { arn }: MappingEntry,
  accessEntries: readonly EntryWithPolicies[] | null,
): EntryWithPolicies | null {
  return accessEntries?.find(({ principalArn }) => principalArn === arn) ?? null;
}
