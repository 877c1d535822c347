import type { KnownConfiguration } from "../../explain/configuration/known-configuration";
import { mappingsOf } from "../../explain/configuration/open-known";
import { BACK_ENDS_OF_MODE, type BackEndKind } from "../../explain/mapping/back-end-modes";
import { toMappingEntry } from "../../explain/mapping/to-mapping-entry";
import type { AccessEntry } from "../../parse/access-entries/access-entry";
import type { MappingEntry } from "../../parse/mappings/mapping-entry";
import type { MappingRow } from "./configuration-report";

/** All entries that are known, in the order in which the cluster asks for them. */
export function listMappings(known: KnownConfiguration): MappingRow[] {
  const { mode } = mappingsOf(known);
  const isRead = (backEnd: BackEndKind) => BACK_ENDS_OF_MODE[mode].includes(backEnd);
  const plain = (backEnd: BackEndKind, entries: readonly MappingEntry[]): MappingRow[] =>
    entries.map((entry) => ({ backEnd, isRead: isRead(backEnd), entry, type: null, policies: [] }));
  const ofEntries = (known.accessEntries ?? []).map((one): MappingRow => {
    const { type, policies } = one;
    return { backEnd: "DynamicFile", isRead: isRead("DynamicFile"), entry: entryOf(one), type, policies };
  });
  return [
    ...plain("MountedFile", known.hidden ?? []),
    ...ofEntries,
    ...plain("EKSConfigMap", known.awsAuth?.entries ?? []),
  ];
}

/** Of a type that is not known here, nobody tells which username EKS gives. */
function entryOf(one: AccessEntry): MappingEntry {
  const { principalArn: arn, groups } = one;
  const unknown = {
    list: "mapRoles",
    arn,
    sso: null,
    username: "",
    groups,
    userId: null,
    place: null,
  } as const;
  return toMappingEntry(one) ?? unknown;
}
